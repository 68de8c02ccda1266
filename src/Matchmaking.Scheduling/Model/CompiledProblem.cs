using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling.Model;

/// <summary>
/// The problem as arrays. Time is a line of <see cref="Positions"/>: the slots of one day stand next to each other, with an empty position before
/// each day and after the last, so that a neighbour is always there to be looked at and no break crosses a night.
/// </summary>
internal sealed class CompiledProblem
{
    public required ScheduleProblem Source { get; init; }

    public required Timeline Time { get; init; }

    /// <summary>The two sides of each meeting, as indices of participants.</summary>
    public required int[] A { get; init; }

    public required int[] B { get; init; }

    /// <summary>Where each meeting may stand, <see cref="Timeline.Words"/> words a meeting, a bit a position.</summary>
    public required ulong[] Domain { get; init; }

    public required int[][] MeetingsOf { get; init; }

    /// <summary>Meetings that must be over before this one, and those that wait for it.</summary>
    public required int[][] Before { get; init; }

    public required int[][] After { get; init; }

    public required Resources Resources { get; init; }

    /// <summary>Whole numbers, so that sums are exact.</summary>
    public required long[] Weight { get; init; }

    /// <summary>The position of each meeting in the schedule that people know, 0 for a meeting that cannot stay or was not there.</summary>
    public required int[] Known { get; init; }

    /// <summary>
    /// What each meeting needs where it was known so that it keeps its interpreter, who may speak for other pairs as well, and its table, to which others
    /// may be bound; null where it is no more than elsewhere, or not asked for.
    /// </summary>
    public required int[]?[]? NeedsToStay { get; init; }

    /// <summary>The same, also of those that have lost their table or interpreter: the time at least can stay.</summary>
    public required int[] Former { get; init; }

    /// <summary>Fewest breaks in which each participant's meetings can be held, were it alone.</summary>
    public required int[] LeastBreaks { get; init; }

    public bool KeepsPlaces => NeedsToStay is not null;

    public int Meetings => A.Length;

    public int People => MeetingsOf.Length;

    public int Positions => Time.Positions;

    /// <summary>Pairs of a meeting and a position that it may take: the size of a model.</summary>
    public int Placings => Enumerable.Range(0, Meetings).Sum(meeting => Domains.Count(Domain, Time.Words, meeting));

    public bool PlacesAll => !Source.AllowUnscheduled;

    public int? Difference => Source.MaxBreakDifference;

    /// <summary>
    /// The rule on the difference lets break counts lie in a window from some floor up. No lower floor holds the participant that needs most
    /// breaks, and no higher one the participant that can have fewest.
    /// </summary>
    public int LowestFloor => Difference is { } difference ? Math.Max(0, LeastBreaks.DefaultIfEmpty(0).Max() - difference) : 0;

    public int HighestFloor =>
        Difference is null
            ? 0
            : Math.Max(
                LowestFloor,
                MeetingsOf.Select(list => Math.Max(0, Math.Min(list.Length - 1, (Time.All.Length - 1) / 2))).DefaultIfEmpty(0).Min()
            );

    /// <summary>Most meetings that the participant may have.</summary>
    public int Most(int person) => Source.Participants[person].Max ?? int.MaxValue;

    public int Least(int person) => PlacesAll ? 0 : Source.Participants[person].Min;

    public bool Must(int meeting) => Source.Meetings[meeting].Must;

    public bool Allows(int meeting, int position) => ((Domain[(meeting * Time.Words) + (position >> 6)] >> (position & 63)) & 1) != 0;

    /// <summary>The resources that the meeting needs one of each of when it stands there.</summary>
    public int[] Needs(int meeting, int position) =>
        NeedsToStay is null || position != Known[meeting] ? Resources.Of[meeting] : NeedsToStay[meeting] ?? Resources.Of[meeting];

    public int Other(int meeting, int person) => A[meeting] == person ? B[meeting] : A[meeting];

    public IEnumerable<int> PositionsOf(int meeting) => Time.All.Where(position => Allows(meeting, position));
}
