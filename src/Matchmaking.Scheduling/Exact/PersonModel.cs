using Google.OrTools.Sat;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>
/// When one participant is busy, and its breaks: a break ends where it is busy after an idle position and was busy earlier that day.
/// </summary>
internal sealed class PersonModel
{
    private readonly CompiledProblem problem;
    private readonly int person;
    private readonly CpModel model;
    private readonly ILiteral[] busy;
    private readonly List<(int Position, BoolVar Variable)> busyVariables = [];
    private readonly List<(int Position, BoolVar Seen)> seen = [];
    private readonly List<(int Position, BoolVar Ends)> ends = [];
    private readonly bool bothWays;
    private readonly IntVar? floor;

    public PersonModel(ExactModel exact, CompiledProblem problem, int person, BreakWindow window)
    {
        (this.problem, this.person, model) = (problem, person, exact.Model);
        (bothWays, floor) = (exact.Sorts || window.Floor is not null, window.Floor);
        busy = new ILiteral[problem.Positions];
        AddBusy(exact);
        AddCount(exact);
        if (!window.Limits(person))
        {
            Breaks = model.NewIntVar(0, problem.Positions, string.Empty);
            return;
        }

        if (problem.MeetingsOf[person].Length > 1)
        {
            foreach (var day in problem.Time.All.GroupBy(position => problem.Time.Day[position]))
            {
                AddDay([.. day]);
            }
        }

        var least = Math.Min(Math.Max(window.Least, problem.LeastBreaks[person]), window.Most);
        Breaks = model.NewIntVar(least, window.Most, string.Empty);
        var sum = LinearExpr.Sum(ends.Select(end => end.Ends));
        if (bothWays)
        {
            model.Add(Breaks == sum);
        }
        else
        {
            model.Add(Breaks >= sum);
        }

        window.Add(Breaks);
        AddForced(window.Most);
        if (problem.PlacesAll && problem.Time.Days == 1 && least == 0 && problem.MeetingsOf[person].Length > 1)
        {
            var broken = model.NewBoolVar(string.Empty);
            model.Add(Breaks >= 1).OnlyEnforceIf(broken);
            model.Add(Breaks == 0).OnlyEnforceIf(broken.Not());
            UnbrokenDay.Add(model, problem, person, busy, broken);
        }
    }

    public int Person => person;

    public IntVar Breaks { get; }

    /// <summary>One for each position at which a break may end.</summary>
    public IEnumerable<ILiteral> BreakEnds => ends.Select(end => end.Ends);

    /// <summary>Whether the participant is in a meeting then.</summary>
    public ILiteral Busy(int position) => busy[position];

    public void Hint(int[] positions)
    {
        var at = new bool[problem.Positions];
        foreach (var meeting in problem.MeetingsOf[person])
        {
            at[positions[meeting]] = true;
        }

        at[0] = false;
        foreach (var (position, variable) in busyVariables)
        {
            model.AddHint(variable, at[position]);
        }

        foreach (var (position, variable) in seen)
        {
            model.AddHint(variable, IsBusyUpTo(at, position));
        }

        var count = 0;
        foreach (var (position, variable) in ends)
        {
            var isEnd = at[position] && !at[position - 1] && IsBusyUpTo(at, position - 1);
            count += isEnd ? 1 : 0;
            model.AddHint(variable, isEnd);
        }

        model.AddHint(Breaks, Math.Max(count, problem.LeastBreaks[person]));
    }

    private bool IsBusyUpTo(bool[] at, int position)
    {
        for (; problem.Time.Day[position] >= 0; position--)
        {
            if (at[position])
            {
                return true;
            }
        }

        return false;
    }

    private void AddBusy(ExactModel exact)
    {
        var here = problem.Time.All.ToDictionary(position => position, _ => new List<ILiteral>());
        var taken = new HashSet<int>();
        foreach (var meeting in problem.MeetingsOf[person])
        {
            taken.Add(exact.Held(meeting));
            foreach (var (position, variable) in exact.Places(meeting))
            {
                here[position].Add(variable);
            }
        }

        foreach (var (position, literals) in here)
        {
            if (taken.Contains(position))
            {
                busy[position] = model.TrueLiteral();
            }
            else if (literals.Count <= 1)
            {
                busy[position] = literals.Count == 0 ? model.FalseLiteral() : literals[0];
            }
            else
            {
                var variable = exact.OneOf(literals);
                busyVariables.Add((position, variable));
                busy[position] = variable;
            }
        }
    }

    /// <summary>Sums that follow from the rest and that the solver would not see by itself.</summary>
    private void AddCount(ExactModel exact)
    {
        var meetings = problem.MeetingsOf[person];
        var all = Array.ConvertAll(problem.Time.All, position => busy[position]);
        if (!problem.PlacesAll)
        {
            if (problem.Most(person) < meetings.Length)
            {
                model.Add(LinearExpr.Sum(all) <= problem.Most(person));
            }

            return;
        }

        model.Add(LinearExpr.Sum(all) == meetings.Length);
        foreach (var group in meetings.Where(meeting => exact.Held(meeting) == 0).GroupBy(Domain))
        {
            var within = problem.PositionsOf(group.First()).ToHashSet();
            var bound = meetings.Count(meeting => exact.Held(meeting) == 0 && problem.PositionsOf(meeting).All(within.Contains));
            if (within.Count < problem.Time.All.Length)
            {
                model.AddLinearConstraint(LinearExpr.Sum(within.Select(position => busy[position])), bound, within.Count);
            }
        }
    }

    private string Domain(int meeting) =>
        string.Join(',', problem.Domain.AsSpan(meeting * problem.Time.Words, problem.Time.Words).ToArray());

    private void AddDay(int[] day)
    {
        var before = busy[day[0]];
        for (var index = 2; index < day.Length; index++)
        {
            var (position, idle) = (day[index], day[index - 1]);
            var end = model.NewBoolVar(string.Empty);
            ends.Add((position, end));
            model.AddBoolOr([end, busy[position].Not(), busy[idle], before.Not()]);
            if (bothWays)
            {
                model.AddImplication(end, busy[position]);
                model.AddImplication(end, busy[idle].Not());
                model.AddImplication(end, before);
            }

            if (index < day.Length - 1)
            {
                var variable = model.NewBoolVar(string.Empty);
                seen.Add((idle, variable));
                model.AddImplication(before, variable);
                model.AddImplication(busy[idle], variable);
                if (bothWays)
                {
                    model.AddBoolOr([variable.Not(), before, busy[idle]]);
                }

                before = variable;
            }
        }
    }

    /// <summary>Some positions cannot be taken without more breaks than are needed at least.</summary>
    private void AddForced(int most)
    {
        if (!problem.PlacesAll)
        {
            return;
        }

        var open = new bool[problem.Positions];
        foreach (var position in problem.Time.All)
        {
            open[position] = Array.Exists(problem.MeetingsOf[person], meeting => problem.Allows(meeting, position));
        }

        foreach (var position in problem.Time.All.Where(position => open[position]))
        {
            if (
                BreakBounds.LeastWith(problem.Time, open, problem.MeetingsOf[person].Length, position) is var least
                && least > problem.LeastBreaks[person]
            )
            {
                model.Add(Breaks >= Math.Min(least.Value, most)).OnlyEnforceIf(busy[position]);
                if (least > most)
                {
                    model.AddBoolOr([busy[position].Not()]);
                }
            }
        }
    }
}
