using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>How good a timetable is, goal after goal; every number is better when smaller.</summary>
/// <param name="Homeless">Meetings without a position where all must have one.</param>
/// <param name="Excess">By how much break counts leave the window that the rule on their difference allows.</param>
/// <param name="Without">Participants with nothing at all. Counts least, and is not proven.</param>
internal sealed record Score(
    int Homeless,
    int Excess,
    int MustsMissing,
    int MinimumMissing,
    long WeightMissing,
    int Changed,
    int Breaks,
    int Largest,
    int Without
) : IComparable<Score>
{
    public bool IsValid => Homeless == 0 && Excess == 0;

    public static bool operator <(Score one, Score other) => one.CompareTo(other) < 0;

    public static bool operator >(Score one, Score other) => one.CompareTo(other) > 0;

    public static Score Of(CompiledProblem problem, ReadOnlySpan<int> positions)
    {
        var table = new Timetable(problem);
        table.Take(positions);
        return Of(problem, table);
    }

    public static Score Of(CompiledProblem problem, Timetable table)
    {
        var (musts, changed) = (0, 0);
        var weight = 0L;
        for (var meeting = 0; meeting < problem.Meetings; meeting++)
        {
            var placed = table.Position[meeting] != 0;
            musts += !placed && problem.Must(meeting) ? 1 : 0;
            weight += placed ? 0 : problem.Weight[meeting];
            changed += problem.Known[meeting] != 0 && problem.Known[meeting] != table.Position[meeting] ? 1 : 0;
        }

        var (minimum, breaks, largest, smallest, without) = (0, 0, 0, int.MaxValue, 0);
        for (var person = 0; person < problem.People; person++)
        {
            minimum += Math.Max(0, problem.Least(person) - table.Held[person]);
            breaks += table.Breaks[person];
            largest = Math.Max(largest, table.Breaks[person]);
            smallest = Math.Min(smallest, table.Breaks[person]);
            without += table.Held[person] == 0 && problem.MeetingsOf[person].Length > 0 ? 1 : 0;
        }

        return new Score(
            problem.PlacesAll ? table.UnplacedCount : 0,
            problem.Difference is { } difference && problem.People > 0 ? Math.Max(0, largest - smallest - difference) : 0,
            problem.PlacesAll ? 0 : musts,
            minimum,
            problem.PlacesAll ? 0 : weight,
            changed,
            breaks,
            largest,
            problem.PlacesAll ? 0 : without
        );
    }

    public int CompareTo(Score? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = (Homeless, Excess, MustsMissing, MinimumMissing, WeightMissing, Changed, Breaks).CompareTo(
            (other.Homeless, other.Excess, other.MustsMissing, other.MinimumMissing, other.WeightMissing, other.Changed, other.Breaks)
        );
        return order != 0 ? order : (Largest, Without).CompareTo((other.Largest, other.Without));
    }
}
