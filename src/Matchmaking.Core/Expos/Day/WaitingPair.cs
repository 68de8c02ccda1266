using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Day;

/// <summary>Two firms whose meeting is wished, that have no place, and could take one in a slot.</summary>
/// <param name="Meeting">Its id in all drafts.</param>
/// <param name="MeetingsOfA">How many it has as the programme stands.</param>
/// <param name="Since">UTC: when the later of the two wishes was set.</param>
public sealed record WaitingPair(
    Guid Meeting,
    CompanyId A,
    CompanyId B,
    bool IsMust,
    int MeetingsOfA,
    int MeetingsOfB,
    double Weight,
    DateTime Since
)
{
    public int Fewest => Math.Min(MeetingsOfA, MeetingsOfB);
}

public static class WaitingPairs
{
    /// <summary>
    /// Who is offered a free place first: what both asked for as a must, then whose firm with fewer meetings has fewest, then what weighs more,
    /// then the earlier wish.
    /// </summary>
    public static IReadOnlyList<WaitingPair> InOrder(this IEnumerable<WaitingPair> pairs) =>
        [
            .. pairs
                .OrderByDescending(pair => pair.IsMust)
                .ThenBy(pair => pair.Fewest)
                .ThenByDescending(pair => pair.Weight)
                .ThenBy(pair => pair.Since)
                .ThenBy(pair => pair.Meeting),
        ];
}
