namespace Matchmaking.Core.Expos.Timetables;

public enum CellState
{
    /// <summary>The meeting stands there.</summary>
    Here,
    Free,

    /// <summary>The two meetings can change places.</summary>
    Swap,
    FirmAbsent,
    FirmBusy,
    FirmAtMaximum,

    /// <summary>A side meets at its own table alone.</summary>
    OwnTable,
    NoInterpreter,
    TableTaken,

    /// <summary>The meeting that stands there is locked.</summary>
    Locked,
}

/// <summary>Whether a meeting can be put somewhere, and what is against it.</summary>
/// <param name="Firm">Id of the firm that stands in its way.</param>
/// <param name="Other">Id of the meeting that stands in its way, or that it would change places with.</param>
/// <param name="Puts">Where the meetings stand afterwards; empty where it cannot be.</param>
public sealed record CellVerdict(CellState State, string? Firm = null, string? Other = null, params IReadOnlyList<PlacedMeeting> Puts)
{
    public bool IsLegal => State is CellState.Free or CellState.Swap;
}

/// <summary>Where a meeting of a timetable could stand, by the rules that <see cref="ScheduleChecker"/> checks.</summary>
public sealed class PlacementRules
{
    private readonly ScheduleProblem problem;
    private readonly IReadOnlySet<string> locked;
    private readonly Dictionary<string, ScheduleMeeting> meetings;
    private readonly Dictionary<string, ScheduleParticipant> firms;
    private readonly Dictionary<string, PlacedMeeting> standing;
    private readonly Dictionary<(string Slot, string Table), string> atTable = [];
    private readonly Dictionary<(string Slot, string Firm), string> ofFirm = [];
    private readonly Dictionary<(string Slot, string Interpreter), string> ofInterpreter = [];
    private readonly Dictionary<string, int> held;
    private readonly ILookup<string, ScheduleInterpreter> speakers;
    private readonly Lazy<ILookup<string, string?>> freeTables;

    /// <param name="locked">Ids of meetings that stay where they are.</param>
    public PlacementRules(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed, IReadOnlySet<string> locked)
    {
        (this.problem, this.locked) = (problem, locked);
        meetings = problem.Meetings.ToDictionary(meeting => meeting.Id);
        firms = problem.Participants.ToDictionary(firm => firm.Id);
        standing = placed.ToDictionary(item => item.Id);
        held = placed.SelectMany(item => Sides(item.Id)).CountBy(firm => firm).ToDictionary();
        speakers = problem
            .Interpreters.SelectMany(item => item.Languages.Split(',').Select(pair => (pair, item)))
            .ToLookup(speaker => speaker.pair, speaker => speaker.item);
        // A firm's own table last: its meetings can be nowhere else.
        var owned = problem.Participants.Select(firm => firm.Table).ToHashSet();
        var tables = problem.Tables.OrderBy(owned.Contains).ToList();
        freeTables = new(() =>
            problem
                .Slots.SelectMany(slot => tables.Select(table => (Slot: slot.Id, Table: table)))
                .Where(cell => !atTable.ContainsKey(cell))
                .ToLookup(cell => cell.Slot, cell => (string?)cell.Table)
        );
        foreach (var item in placed)
        {
            atTable[(item.Slot, item.Table)] = item.Id;
            ofFirm[(item.Slot, meetings[item.Id].A)] = item.Id;
            ofFirm[(item.Slot, meetings[item.Id].B)] = item.Id;
            if (item.Interpreter is { } interpreter)
            {
                ofInterpreter[(item.Slot, interpreter)] = item.Id;
            }
        }
    }

    /// <summary>Of one place, named by its ids.</summary>
    public CellVerdict Of(string meeting, string slot, string table)
    {
        var here = standing.GetValueOrDefault(meeting);
        if (here is not null && here.Slot == slot && here.Table == table)
        {
            return new CellVerdict(CellState.Here);
        }

        var other = atTable.GetValueOrDefault((slot, table));
        var verdict = Put(meeting, slot, table, other);
        if (other is null || !verdict.IsLegal)
        {
            return verdict;
        }

        if (locked.Contains(other))
        {
            return new CellVerdict(CellState.Locked, Other: other);
        }

        return here is not null && Put(other, here.Slot, here.Table, meeting) is { IsLegal: true } back
            ? new CellVerdict(CellState.Swap, Other: other, Puts: [.. verdict.Puts, .. back.Puts])
            : new CellVerdict(CellState.TableTaken, Other: other);
    }

    /// <summary>What is against a slot at every table of it, unless the meetings change places; null for nothing.</summary>
    public CellVerdict? AgainstSlot(string meeting, string slot) => Against(meeting, slot, leaving: null, out _);

    /// <summary>A table of a slot at which both sides may meet and nobody does; null for none.</summary>
    /// <param name="leaving">A meeting that goes elsewhere at the same moment.</param>
    public string? FreeTable(string meeting, string slot, string? leaving = null)
    {
        var own = OwnTables(meeting);
        var left = leaving is not null && standing[leaving] is { } place && place.Slot == slot ? place.Table : null;
        return freeTables.Value[slot].Append(left).FirstOrDefault(table => table is not null && (own.Count == 0 || own.Contains(table)));
    }

    /// <summary>Where in a slot a meeting can be put beside the others; null for nowhere.</summary>
    /// <param name="leaving">A meeting that goes elsewhere at the same moment.</param>
    public PlacedMeeting? FreePlace(string meeting, string slot, string? leaving = null) =>
        Against(meeting, slot, leaving, out var interpreter) is null && FreeTable(meeting, slot, leaving) is { } table
            ? new PlacedMeeting(meeting, slot, table, interpreter)
            : null;

    /// <param name="leaving">A meeting that goes elsewhere at the same moment.</param>
    private CellVerdict Put(string meeting, string slot, string table, string? leaving)
    {
        if (Against(meeting, slot, leaving, out var interpreter) is { } against)
        {
            return against;
        }

        var own = OwnTables(meeting);
        return own.Count > 0 && !own.Contains(table)
            ? new CellVerdict(CellState.OwnTable, Sides(meeting).First(side => firms[side].Table is not null))
            : new CellVerdict(CellState.Free, Puts: [new PlacedMeeting(meeting, slot, table, interpreter)]);
    }

    private CellVerdict? Against(string meeting, string slot, string? leaving, out string? interpreter)
    {
        interpreter = null;
        foreach (var side in Sides(meeting))
        {
            if (firms[side].Unavailable?.Contains(slot) == true)
            {
                return new CellVerdict(CellState.FirmAbsent, side);
            }

            if (ofFirm.TryGetValue((slot, side), out var busy) && busy != meeting && busy != leaving)
            {
                return new CellVerdict(CellState.FirmBusy, side, busy);
            }

            if (!standing.ContainsKey(meeting) && firms[side].Max is { } most && held.GetValueOrDefault(side) >= most)
            {
                return new CellVerdict(CellState.FirmAtMaximum, side);
            }
        }

        if (meetings[meeting].Interpreter is not { } pair)
        {
            return null;
        }

        var own = standing.GetValueOrDefault(meeting)?.Interpreter;
        interpreter = speakers[pair]
            .Where(item => item.Unavailable?.Contains(slot) != true)
            .Select(item => item.Id)
            .Where(id => !ofInterpreter.TryGetValue((slot, id), out var busy) || busy == meeting || busy == leaving)
            .OrderByDescending(id => id == own)
            .FirstOrDefault();
        return interpreter is null ? new CellVerdict(CellState.NoInterpreter) : null;
    }

    private List<string> OwnTables(string meeting) => [.. Sides(meeting).Select(side => firms[side].Table).OfType<string>()];

    private IEnumerable<string> Sides(string meeting) => [meetings[meeting].A, meetings[meeting].B];
}
