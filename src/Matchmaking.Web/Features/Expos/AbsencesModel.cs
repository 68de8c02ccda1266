using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Web.Features.Expos;

/// <summary>Slots to tick in which somebody is not there.</summary>
public sealed record AbsencesModel(ExpoProfile Profile, IReadOnlyList<ExpoSlot> Slots, ICollection<Guid> Absent)
{
    public IEnumerable<(DateOnly Day, IReadOnlyList<ExpoSlot> Slots)> Days => ByDay(Profile, Slots);

    /// <summary>In time order, by the days of the hall.</summary>
    internal static IEnumerable<(DateOnly Day, IReadOnlyList<ExpoSlot> Slots)> ByDay(ExpoProfile profile, IReadOnlyList<ExpoSlot> slots) =>
        slots
            .OrderBy(slot => slot.Start)
            .GroupBy(slot => DateOnly.FromDateTime(slot.Start + profile.Hall.Offset()))
            .Select(day => (day.Key, (IReadOnlyList<ExpoSlot>)[.. day]));
}
