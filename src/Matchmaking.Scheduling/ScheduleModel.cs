using Google.OrTools.Sat;
using Matchmaking.Core.Expos;

namespace Matchmaking.Scheduling;

/// <summary>
/// One boolean for each meeting and each slot that it may stand in. Tables and interpreters are capacities of a slot (Hall's condition makes
/// these exact), so that who gets which can be settled afterwards.
/// </summary>
internal sealed class ScheduleModel
{
    private readonly ScheduleProblem problem;
    private readonly Dictionary<(string Meeting, int Slot), BoolVar> stands = [];
    private readonly ILookup<int, (ScheduleMeeting Meeting, BoolVar Stands)> bySlot;
    private readonly Dictionary<string, LinearExpr> placed = [];

    public ScheduleModel(ScheduleProblem problem)
    {
        this.problem = problem;
        foreach (var meeting in problem.Meetings)
        {
            var variables = LegalSlots
                .Of(problem, meeting)
                .Select(slot => stands[(meeting.Id, slot)] = Model.NewBoolVar($"{meeting.Id}@{slot}"));
            placed[meeting.Id] = LinearExpr.Sum(variables.ToList());
            Model.AddLinearConstraint(placed[meeting.Id], problem.AllowUnscheduled ? 0 : 1, 1);
        }

        var meetings = problem.Meetings.ToDictionary(meeting => meeting.Id);
        bySlot = stands.ToLookup(item => item.Key.Slot, item => (meetings[item.Key.Meeting], item.Value));
        AddOrder();
        for (var slot = 0; slot < problem.Slots.Count; slot++)
        {
            AddTables(slot);
            AddInterpreters(slot);
        }

        Breaks = problem.Participants.ToDictionary(participant => participant.Id, AddParticipant);
        if (problem.MaxBreakDifference is { } difference)
        {
            var least = Model.NewIntVar(0, problem.Slots.Count, "fewest breaks");
            foreach (var breaks in Breaks.Values)
            {
                Model.Add(breaks >= least);
                Model.Add(breaks <= least + difference);
            }
        }
    }

    public CpModel Model { get; } = new();

    /// <summary>The break count of each participant.</summary>
    public IReadOnlyDictionary<string, LinearExpr> Breaks { get; }

    public IEnumerable<BoolVar> Variables => stands.Values;

    public LinearExpr Placed(string meeting) => placed[meeting];

    public LinearExpr MeetingsOf(string participant) =>
        LinearExpr.Sum(problem.Meetings.Where(meeting => Takes(meeting, participant)).Select(meeting => placed[meeting.Id]).ToList());

    /// <summary>1 when the meeting stands where it stood before.</summary>
    public LinearExpr Kept(PlacedMeeting before)
    {
        var slot = problem.Slots.ToList().FindIndex(slot => slot.Id == before.Slot);
        return stands.TryGetValue((before.Id, slot), out var variable) ? variable : LinearExpr.Constant(0);
    }

    /// <summary>The slot of each placed meeting.</summary>
    public IReadOnlyDictionary<string, int> Read(CpSolver solver) =>
        stands.Where(item => solver.BooleanValue(item.Value)).ToDictionary(item => item.Key.Meeting, item => item.Key.Slot);

    private static bool Takes(ScheduleMeeting meeting, string participant) => meeting.A == participant || meeting.B == participant;

    private LinearExpr At(int slot, Func<ScheduleMeeting, bool> which) =>
        LinearExpr.Sum(bySlot[slot].Where(item => which(item.Meeting)).Select(item => item.Stands).ToList());

    private void AddOrder()
    {
        foreach (var meeting in problem.Meetings)
        {
            foreach (var earlier in meeting.After ?? [])
            {
                foreach (var (_, slot) in stands.Keys.Where(key => key.Meeting == meeting.Id).ToList())
                {
                    var tooLate = stands.Where(item => item.Key.Meeting == earlier && item.Key.Slot >= slot).Select(item => item.Value);
                    Model.AddAtMostOne([stands[(meeting.Id, slot)], .. tooLate]);
                }
            }
        }
    }

    private void AddTables(int slot)
    {
        Model.Add(At(slot, _ => true) <= problem.Tables.Count);
        foreach (var table in problem.Tables)
        {
            Model.Add(At(slot, meeting => LegalPlaces.TableOf(problem, meeting) == table) <= 1);
        }
    }

    private void AddInterpreters(int slot)
    {
        var pairs = problem.Meetings.Select(meeting => meeting.Interpreter).OfType<string>().Distinct().ToList();
        for (var subset = 1; subset < 1 << pairs.Count; subset++)
        {
            var chosen = pairs.Where((_, index) => (subset >> index & 1) == 1).ToList();
            var free = problem.Interpreters.Count(interpreter =>
                chosen.Exists(pair => LegalPlaces.Speaks(interpreter, pair))
                && interpreter.Unavailable?.Contains(problem.Slots[slot].Id) != true
            );
            Model.Add(At(slot, meeting => meeting.Interpreter is { } pair && chosen.Contains(pair)) <= free);
        }
    }

    /// <returns>The participant's breaks.</returns>
    private LinearExpr AddParticipant(ScheduleParticipant participant)
    {
        var busy = Enumerable.Range(0, problem.Slots.Count).Select(slot => At(slot, meeting => Takes(meeting, participant.Id))).ToList();
        foreach (var at in busy)
        {
            Model.Add(at <= 1);
        }

        if (participant.Max is { } max)
        {
            Model.Add(MeetingsOf(participant.Id) <= max);
        }

        return LinearExpr.Sum(
            Enumerable
                .Range(0, problem.Slots.Count)
                .GroupBy(slot => problem.Slots[slot].Day)
                .Select(day => AddDay(participant.Id, [.. day.Select(slot => busy[slot])]))
                .ToList()
        );
    }

    /// <summary>A day with meetings has one break less than it has runs of them.</summary>
    private LinearExpr AddDay(string participant, IReadOnlyList<LinearExpr> busy)
    {
        var runs = new List<LinearExpr>();
        for (var index = 0; index < busy.Count; index++)
        {
            var begins = Model.NewBoolVar($"{participant} begins {index}");
            var before = index == 0 ? LinearExpr.Constant(0) : busy[index - 1];
            Model.Add(begins >= busy[index] - before);
            Model.Add(begins <= busy[index]);
            Model.Add(begins + before <= 1);
            runs.Add(begins);
        }

        var any = Model.NewBoolVar($"{participant} present");
        var all = LinearExpr.Sum(busy);
        Model.Add(all >= any);
        Model.Add(all <= busy.Count * any);
        return LinearExpr.Sum(runs) - any;
    }
}
