using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling.Engine;

/// <summary>How good an answer is, goal after goal, as it was written down; every number is better when smaller.</summary>
internal sealed record Merit(bool IsNone, int MustsMissing, int MinimumMissing, double WeightMissing, int Changed, int Breaks, int Largest)
    : IComparable<Merit>
{
    private const int Digits = 6;

    public static bool operator <=(Merit one, Merit other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Merit one, Merit other) => one.CompareTo(other) >= 0;

    public static Merit Of(ScheduleProblem problem, ScheduleSolution solution)
    {
        var missing = solution.Unscheduled.Select(item => item.Id).ToHashSet();
        var left = problem.Meetings.Where(meeting => missing.Contains(meeting.Id)).ToList();
        return new Merit(
            solution.Status is ScheduleStatus.Infeasible or ScheduleStatus.Unknown,
            left.Count(meeting => meeting.Must),
            problem.Participants.Zip(solution.Participants, (one, figures) => Math.Max(0, one.Min - figures.Meetings)).Sum(),
            Math.Round(left.Sum(meeting => meeting.Weight), Digits),
            solution.Changed,
            solution.Breaks,
            solution.Participants.Max(figures => figures.Breaks)
        );
    }

    public int CompareTo(Merit? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = (IsNone, MustsMissing, MinimumMissing, WeightMissing, Changed, Breaks).CompareTo(
            (other.IsNone, other.MustsMissing, other.MinimumMissing, other.WeightMissing, other.Changed, other.Breaks)
        );
        return order != 0 ? order : Largest.CompareTo(other.Largest);
    }
}
