using Google.OrTools.Sat;
using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.Exact;

/// <summary>
/// One boolean for each meeting and each position that it may take. A part of the meetings can be held where it is, and then only the rest is
/// modelled, which is how neighbourhoods of a timetable are searched.
/// </summary>
internal sealed class ExactModel
{
    private readonly CompiledProblem problem;
    private readonly int[] held;
    private readonly List<(int Position, BoolVar Stands)>[] stands;
    private readonly PersonModel?[] people;
    private readonly LinearCounting sums;
    private readonly bool isWhole;

    /// <param name="held">Positions of the meetings that stay where they are, 0 for those to be placed.</param>
    /// <param name="sorts">Whether numbers are said by sorted literals and not by sums.</param>
    public ExactModel(CompiledProblem problem, int[] held, BreakLimits limits, bool sorts = false)
    {
        (this.problem, this.held, isWhole) = (problem, held, Array.TrueForAll(held, position => position == 0));
        sums = new LinearCounting(Model);
        (Sorts, Counting) = (sorts, sorts ? new SortedCounting(Model) : sums);
        stands = new List<(int, BoolVar)>[problem.Meetings];
        AddMeetings();
        AddResources();
        AddOrder();
        people = new PersonModel?[problem.People];
        var fixedBreaks = new LocalSearch.Timetable(problem);
        fixedBreaks.Take(held);
        var window = new BreakWindow(Model, problem, limits);
        for (var person = 0; person < problem.People; person++)
        {
            if (Array.Exists(problem.MeetingsOf[person], meeting => held[meeting] == 0))
            {
                people[person] = new PersonModel(this, problem, person, window);
            }
            else
            {
                HeldBreaks += fixedBreaks.Breaks[person];
                HeldLargest = Math.Max(HeldLargest, fixedBreaks.Breaks[person]);
                window.Add(fixedBreaks.Breaks[person]);
            }
        }

        if (isWhole)
        {
            Occupancy.Add(this, problem);
            if (problem.PlacesAll && sums.Counts.Count > 0)
            {
                Model.Add(LinearExpr.Sum(sums.Counts) == problem.Meetings);
            }
        }
    }

    public CpModel Model { get; } = new();

    public Counting Counting { get; }

    public bool Sorts { get; }

    /// <summary>Breaks of those whose meetings are all held.</summary>
    public int HeldBreaks { get; }

    public int HeldLargest { get; }

    public IEnumerable<PersonModel> People => people.OfType<PersonModel>();

    public int Held(int meeting) => held[meeting];

    public IReadOnlyList<(int Position, BoolVar Stands)> Places(int meeting) => stands[meeting];

    /// <summary>1 when the meeting has a position.</summary>
    public LinearExpr Placed(int meeting) =>
        held[meeting] != 0 ? LinearExpr.Constant(1) : LinearExpr.Sum(stands[meeting].Select(place => place.Stands));

    public LinearExpr At(int meeting, int position)
    {
        var place = stands[meeting].Find(place => place.Position == position);
        return place.Stands is null ? LinearExpr.Constant(held[meeting] == position ? 1 : 0) : place.Stands;
    }

    /// <summary>A new variable that is true when one of these is, of which there is at most one.</summary>
    public BoolVar OneOf(IReadOnlyList<ILiteral> literals)
    {
        var variable = Model.NewBoolVar(string.Empty);
        Model.AddExactlyOne([variable.Not(), .. literals]);
        return variable;
    }

    /// <summary>The position of each meeting in a solution.</summary>
    public int[] Read(Func<BoolVar, bool> value)
    {
        var positions = held.ToArray();
        for (var meeting = 0; meeting < problem.Meetings; meeting++)
        {
            foreach (var (position, variable) in stands[meeting])
            {
                if (value(variable))
                {
                    positions[meeting] = position;
                }
            }
        }

        return positions;
    }

    /// <summary>A hint for every variable; a partial one is of no use at size.</summary>
    public void Hint(int[] positions)
    {
        Model.ClearHints();
        for (var meeting = 0; meeting < problem.Meetings; meeting++)
        {
            foreach (var (position, variable) in stands[meeting])
            {
                Model.AddHint(variable, positions[meeting] == position);
            }
        }

        foreach (var person in People)
        {
            person.Hint(positions);
        }

        foreach (var (position, count) in problem.Time.All.Zip(sums.Counts))
        {
            Model.AddHint(count, positions.Count(stood => stood == position));
        }
    }

    private void AddMeetings()
    {
        var table = new LocalSearch.Timetable(problem);
        table.Take(held);
        for (var meeting = 0; meeting < problem.Meetings; meeting++)
        {
            stands[meeting] = [];
            if (held[meeting] != 0)
            {
                continue;
            }

            foreach (var position in problem.PositionsOf(meeting))
            {
                if (table.Fits(meeting, position))
                {
                    stands[meeting].Add((position, Model.NewBoolVar(string.Empty)));
                }
            }

            var literals = stands[meeting].Select(place => place.Stands);
            if (problem.PlacesAll)
            {
                Model.AddExactlyOne(literals);
            }
            else
            {
                Model.AddAtMostOne(literals);
            }
        }
    }

    private void AddResources()
    {
        var users = new List<BoolVar>?[problem.Resources.Count * problem.Positions];
        var load = new int[users.Length];
        for (var meeting = 0; meeting < problem.Meetings; meeting++)
        {
            foreach (var resource in problem.Needs(meeting, held[meeting]))
            {
                load[(resource * problem.Positions) + held[meeting]]++;
            }

            foreach (var (position, variable) in stands[meeting])
            {
                foreach (var resource in problem.Needs(meeting, position).Where(resource => resource != Resources.AllTables || !isWhole))
                {
                    (users[(resource * problem.Positions) + position] ??= []).Add(variable);
                }
            }
        }

        for (var index = 0; index < users.Length; index++)
        {
            var room = problem.Resources.Capacity[index] - load[index];
            if (users[index] is { } list && list.Count > room)
            {
                if (room == 1)
                {
                    Model.AddAtMostOne(list);
                }
                else
                {
                    Counting.Between(list, 0, room);
                }
            }
        }
    }

    private void AddOrder()
    {
        for (var meeting = 0; meeting < problem.Meetings; meeting++)
        {
            foreach (var earlier in problem.Before[meeting])
            {
                foreach (var (position, variable) in stands[meeting])
                {
                    var tooLate = stands[earlier].Where(place => problem.Time.Order(place.Position) >= problem.Time.Order(position));
                    Model.AddAtMostOne([variable, .. tooLate.Select(place => place.Stands)]);
                }
            }
        }
    }
}
