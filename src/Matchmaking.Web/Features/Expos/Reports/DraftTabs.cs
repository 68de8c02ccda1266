using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Features.Expos.Timetables;

namespace Matchmaking.Web.Features.Expos.Reports;

/// <param name="Filter">Of the grid; null on the pages of reports.</param>
public sealed record DraftTabs(DraftView View, DraftFilter? Filter = null);
