using Matchmaking.Scheduling.Model;

namespace Matchmaking.Scheduling.LocalSearch;

/// <summary>
/// Which meeting stands where, with all counts that follow from it kept up to date. Arrays are open to the moves of this folder, which read
/// them some ten million times a second; only <see cref="Place"/> and <see cref="Remove"/> write.
/// </summary>
internal sealed class Timetable
{
    private readonly CompiledProblem problem;
    private readonly int[] indexInMembers;
    private readonly int[] indexInUnplaced;

    public Timetable(CompiledProblem problem)
    {
        this.problem = problem;
        At = new int[problem.People * problem.Positions];
        Array.Fill(At, -1);
        Position = new int[problem.Meetings];
        Load = new int[problem.Resources.Count * problem.Positions];
        Breaks = new int[problem.People];
        Held = new int[problem.People];
        HeldOnDay = new int[problem.People * problem.Time.Days];
        Members = [.. Enumerable.Range(0, problem.Positions).Select(_ => new int[Math.Min(problem.Meetings, LargestSlot(problem) + 1)])];
        Unplaced = [.. Enumerable.Range(0, problem.Meetings)];
        UnplacedCount = problem.Meetings;
        indexInMembers = new int[problem.Meetings];
        indexInUnplaced = [.. Unplaced];
    }

    /// <summary>By participant and position, -1 for idle.</summary>
    public int[] At { get; }

    /// <summary>Of each meeting, 0 for none.</summary>
    public int[] Position { get; }

    /// <summary>By resource and position.</summary>
    public int[] Load { get; }

    public int[] Breaks { get; }

    /// <summary>Meetings of each participant.</summary>
    public int[] Held { get; }

    public int[] HeldOnDay { get; }

    /// <summary>The meetings at each position, in no order; as many as all tables have load there.</summary>
    public int[][] Members { get; }

    /// <summary>The first <see cref="UnplacedCount"/> are without a position.</summary>
    public int[] Unplaced { get; }

    public int UnplacedCount { get; private set; }

    public void Place(int meeting, int position)
    {
        Position[meeting] = position;
        Begin(problem.A[meeting], meeting, position);
        Begin(problem.B[meeting], meeting, position);
        var members = Members[position];
        indexInMembers[meeting] = Load[position];
        members[Load[position]] = meeting;
        foreach (var resource in problem.Needs(meeting, position))
        {
            Load[(resource * problem.Positions) + position]++;
        }

        var index = indexInUnplaced[meeting];
        var last = Unplaced[--UnplacedCount];
        Unplaced[index] = last;
        indexInUnplaced[last] = index;
    }

    public void Remove(int meeting)
    {
        var position = Position[meeting];
        Position[meeting] = 0;
        End(problem.A[meeting], position);
        End(problem.B[meeting], position);
        foreach (var resource in problem.Needs(meeting, position))
        {
            Load[(resource * problem.Positions) + position]--;
        }

        var members = Members[position];
        var last = members[Load[position]];
        members[indexInMembers[meeting]] = last;
        indexInMembers[last] = indexInMembers[meeting];
        indexInUnplaced[meeting] = UnplacedCount;
        Unplaced[UnplacedCount++] = meeting;
    }

    /// <summary>Makes this the timetable with these positions.</summary>
    public void Take(ReadOnlySpan<int> positions)
    {
        for (var meeting = 0; meeting < positions.Length; meeting++)
        {
            if (Position[meeting] != 0 && Position[meeting] != positions[meeting])
            {
                Remove(meeting);
            }
        }

        for (var meeting = 0; meeting < positions.Length; meeting++)
        {
            if (positions[meeting] != 0 && Position[meeting] == 0)
            {
                Place(meeting, positions[meeting]);
            }
        }
    }

    /// <summary>What a participant's breaks change by when a meeting moves; 0 as position stands for none.</summary>
    public int BreakDelta(int person, int from, int to)
    {
        var row = person * problem.Positions;
        var days = person * problem.Time.Days;
        var delta = 0;
        var dayLeft = -1;
        if (from != 0)
        {
            delta = -1 + Busy(row + from - 1) + Busy(row + from + 1);
            dayLeft = problem.Time.Day[from];
            delta += HeldOnDay[days + dayLeft] == 1 ? 1 : 0;
        }

        if (to != 0)
        {
            delta += 1 - (to - 1 == from ? 0 : Busy(row + to - 1)) - (to + 1 == from ? 0 : Busy(row + to + 1));
            var day = problem.Time.Day[to];
            delta -= HeldOnDay[days + day] == (day == dayLeft ? 1 : 0) ? 1 : 0;
        }

        return delta;
    }

    public bool IsFree(int person, int position) => At[(person * problem.Positions) + position] < 0;

    /// <summary>Whether every resource of the meeting has one left.</summary>
    public bool HasRoom(int meeting, int position)
    {
        foreach (var resource in problem.Needs(meeting, position))
        {
            var index = (resource * problem.Positions) + position;
            if (Load[index] >= problem.Resources.Capacity[index])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether meetings that must come before or after do; those without a position do not matter.</summary>
    public bool IsInOrder(int meeting, int position)
    {
        var time = problem.Time;
        foreach (var earlier in problem.Before[meeting])
        {
            if (Position[earlier] != 0 && time.Order(Position[earlier]) >= time.Order(position))
            {
                return false;
            }
        }

        foreach (var later in problem.After[meeting])
        {
            if (Position[later] != 0 && time.Order(Position[later]) <= time.Order(position))
            {
                return false;
            }
        }

        return true;
    }

    public bool Fits(int meeting, int position) =>
        problem.Allows(meeting, position)
        && IsFree(problem.A[meeting], position)
        && IsFree(problem.B[meeting], position)
        && HasRoom(meeting, position)
        && IsInOrder(meeting, position);

    private static int LargestSlot(CompiledProblem problem) => Math.Min(problem.Source.Tables.Count, problem.People / 2);

    private int Busy(int index) => At[index] >= 0 ? 1 : 0;

    private void Begin(int person, int meeting, int position)
    {
        Breaks[person] += BreakDelta(person, 0, position);
        At[(person * problem.Positions) + position] = meeting;
        Held[person]++;
        HeldOnDay[(person * problem.Time.Days) + problem.Time.Day[position]]++;
    }

    private void End(int person, int position)
    {
        Breaks[person] += BreakDelta(person, position, 0);
        At[(person * problem.Positions) + position] = -1;
        Held[person]--;
        HeldOnDay[(person * problem.Time.Days) + problem.Time.Day[position]]--;
    }
}
