using Matchmaking.Core.Common;

namespace Matchmaking.Core.Companies;

/// <summary>A trade agency: it reviews the listings of its own country's firms and records evidence about them.</summary>
public sealed class Agency : Entity
{
    public AgencyId Id { get; init; } = AgencyId.New();

    public required Country Country { get; init; }

    public required LocalizedText Names { get; set; }
}
