using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Reports;

/// <summary>
/// Why meetings of a timetable have no place, and which single change would give them one, by the rules of an expo that
/// <see cref="ScheduleChecker"/> checks.
/// </summary>
public sealed class WhyNot
{
    /// <summary>Stands for a table or an interpreter that is not there yet.</summary>
    public const string Added = "added";

    private readonly ScheduleProblem problem;
    private readonly IReadOnlySet<string> locked;
    private readonly IReadOnlySet<string> over;
    private readonly Dictionary<string, ScheduleMeeting> meetings;
    private readonly Dictionary<string, ScheduleParticipant> firms;
    private readonly Dictionary<string, PlacedMeeting> standing;
    private readonly Dictionary<(string Slot, string Firm), PlacedMeeting> ofFirm;

    /// <summary>Those that are not locked, what is wished least first.</summary>
    private readonly ILookup<string, PlacedMeeting> inSlot;
    private readonly Dictionary<string, int> held;
    private readonly Dictionary<string, IReadOnlyList<PlacedMeeting>> elsewhere = [];

    /// <summary>Without maxima, which are looked at apart: they hold in all slots alike.</summary>
    private readonly PlacementRules rules;
    private readonly PlacementRules withTable;
    private readonly PlacementRules withInterpreter;
    private readonly PlacementRules withoutAbsences;

    /// <param name="locked">Ids of meetings that stay where they are.</param>
    /// <param name="over">Ids of slots that have begun.</param>
    public WhyNot(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed, IReadOnlySet<string> locked, IReadOnlySet<string> over)
    {
        (this.problem, this.locked, this.over) = (problem, locked, over);
        meetings = problem.Meetings.ToDictionary(meeting => meeting.Id);
        firms = problem.Participants.ToDictionary(firm => firm.Id);
        standing = placed.ToDictionary(item => item.Id);
        ofFirm = placed
            .SelectMany(item => Sides(item.Id).Select(firm => (item, firm)))
            .ToDictionary(seat => (seat.item.Slot, seat.firm), seat => seat.item);
        inSlot = placed
            .Where(item => !locked.Contains(item.Id))
            .OrderBy(item => meetings[item.Id].Must)
            .ThenBy(item => meetings[item.Id].Weight)
            .ToLookup(item => item.Slot);
        held = placed.SelectMany(item => Sides(item.Id)).CountBy(firm => firm).ToDictionary();
        var free = problem with { Participants = [.. problem.Participants.Select(firm => firm with { Max = null })] };
        var pairs = problem.Meetings.Select(meeting => meeting.Interpreter).OfType<string>().Distinct();
        rules = Rules(free);
        withTable = Rules(free with { Tables = [.. free.Tables, Added] });
        withInterpreter = Rules(
            free with
            {
                Interpreters = [.. free.Interpreters, new ScheduleInterpreter(Added, string.Join(',', pairs))],
            }
        );
        withoutAbsences = Rules(free with { Participants = [.. free.Participants.Select(firm => firm with { Unavailable = null })] });

        PlacementRules Rules(ScheduleProblem changed) => new(changed, placed, locked, over);
    }

    /// <summary>Each meeting that stands nowhere, in the order of the problem.</summary>
    public IEnumerable<UnplacedMeeting> All =>
        problem.Meetings.Where(meeting => !standing.ContainsKey(meeting.Id)).Select(meeting => Of(meeting.Id));

    private UnplacedMeeting Of(string meeting)
    {
        var full = Sides(meeting).Where(side => firms[side].Max is { } most && held.GetValueOrDefault(side) >= most).ToList();
        var common = Slots.Where(slot => Away(meeting, slot).Count == 0).ToList();
        var places = common.Select(slot => rules.FreePlace(meeting, slot)).OfType<PlacedMeeting>().ToList();
        if (full.Count == 0 && places.Count > 0)
        {
            return new UnplacedMeeting(
                meeting,
                [new CauseFound(UnplacedCause.PlaceAtHand, [.. places.Select(place => place.Slot)], [])],
                [.. places.Select(place => new RemedyFound(Remedy.Place, place, []))]
            );
        }

        var rival = Rival(meeting, full, places);
        var isWishedLess = rival is { } lightest && IsWishedLess(lightest.Id, meeting);
        return new UnplacedMeeting(
            meeting,
            [
                .. full.Count == 0 ? [] : new[] { new CauseFound(UnplacedCause.AtMaximum, [], full) },
                .. places.Count > 0 ? [] : SlotCauses(meeting, common),
                .. rival is null || isWishedLess ? [] : new[] { new CauseFound(UnplacedCause.OthersWishedMore, [], []) },
            ],
            [
                .. full.Count == 0 ? common.Select(slot => Move(meeting, slot)).OfType<RemedyFound>() : [],
                .. isWishedLess
                    ? [new RemedyFound(Remedy.TakePlaceOf, Beside(meeting, rival!, places)!, [], rival)]
                    : Array.Empty<RemedyFound>(),
                .. full.Count == 0
                    ? Changes(meeting, common)
                    : places.Take(1).Select(place => new RemedyFound(Remedy.RaiseMaximum, place, full)),
            ]
        );
    }

    private IEnumerable<string> Slots => problem.Slots.Select(slot => slot.Id).Where(slot => !over.Contains(slot));

    /// <summary>What keeps it out of each slot in which both sides are there.</summary>
    private IEnumerable<CauseFound> SlotCauses(string meeting, List<string> common)
    {
        var free = common.Where(slot => rules.AgainstSlot(meeting, slot)?.State != CellState.FirmBusy).ToList();
        if (free.Count == 0)
        {
            yield return new CauseFound(common.Count == 0 ? UnplacedCause.NoCommonSlot : UnplacedCause.FirmsBusy, common, []);
            yield break;
        }

        var own = Sides(meeting).Where(side => firms[side].Table is not null).ToList();
        var taken = free.Where(slot => rules.FreeTable(meeting, slot) is null).ToList();
        if (taken.Count > 0)
        {
            yield return new CauseFound(own.Count == 0 ? UnplacedCause.TablesFull : UnplacedCause.OwnTableTaken, taken, own);
        }

        var silent = free.Where(slot => rules.AgainstSlot(meeting, slot) is not null).ToList();
        if (silent.Count > 0)
        {
            yield return new CauseFound(UnplacedCause.NoInterpreter, silent, []);
        }
    }

    /// <summary>What is wished least of the meetings of which one alone would have to give way; null for none.</summary>
    /// <param name="full">Sides that have as many meetings as they may: one that gives way must be theirs.</param>
    /// <param name="places">Where it could stand but for these.</param>
    private PlacedMeeting? Rival(string meeting, List<string> full, List<PlacedMeeting> places) =>
        Slots
            .Select(slot =>
                (places.Count > 0 ? inSlot[slot] : Yielding(meeting, slot)).FirstOrDefault(rival =>
                    full.All(Sides(rival.Id).Contains) && Beside(meeting, rival, places) is not null
                )
            )
            .OfType<PlacedMeeting>()
            .OrderBy(rival => meetings[rival.Id].Must)
            .ThenBy(rival => meetings[rival.Id].Weight)
            .FirstOrDefault();

    /// <summary>Where a meeting can stand once another gives way.</summary>
    private PlacedMeeting? Beside(string meeting, PlacedMeeting rival, List<PlacedMeeting> places) =>
        places is [var place, ..] ? place : rules.FreePlace(meeting, rival.Slot, rival.Id);

    /// <summary>Meetings of a slot that alone could be in the way: the one that a side has, or any where both are free.</summary>
    private IEnumerable<PlacedMeeting> Yielding(string meeting, string slot)
    {
        var busy = Sides(meeting).Select(side => ofFirm.GetValueOrDefault((slot, side))).OfType<PlacedMeeting>().ToList();
        return busy.Count switch
        {
            0 => inSlot[slot],
            1 => busy.Where(other => !locked.Contains(other.Id)),
            _ => [],
        };
    }

    /// <summary>A meeting of the slot that can go elsewhere, so that this one can stand there.</summary>
    private RemedyFound? Move(string meeting, string slot) =>
        (
            from other in Yielding(meeting, slot)
            where Elsewhere(other.Id).Count > 0
            let place = rules.FreePlace(meeting, slot, other.Id)
            where place is not null
            from target in Elsewhere(other.Id)
            where target.Slot != slot || AreApart(place, target)
            select new RemedyFound(Remedy.MoveAnother, place, [], other, target)
        ).FirstOrDefault();

    /// <summary>Where a meeting that stands can go while all others stay.</summary>
    private IReadOnlyList<PlacedMeeting> Elsewhere(string meeting)
    {
        if (!elsewhere.TryGetValue(meeting, out var targets))
        {
            elsewhere[meeting] = targets = [.. Slots.Select(slot => rules.FreePlace(meeting, slot)).OfType<PlacedMeeting>()];
        }

        return targets;
    }

    private bool AreApart(PlacedMeeting one, PlacedMeeting other) =>
        one.Table != other.Table
        && (one.Interpreter is null || one.Interpreter != other.Interpreter)
        && !Sides(one.Id).Intersect(Sides(other.Id)).Any();

    /// <summary>Changes of the expo, slot by slot.</summary>
    private IEnumerable<RemedyFound> Changes(string meeting, List<string> common) =>
        [
            .. common
                .Select(slot => withTable.FreePlace(meeting, slot))
                .OfType<PlacedMeeting>()
                .Select(place => new RemedyFound(Remedy.AddTable, place, [])),
            .. common
                .Select(slot => withInterpreter.FreePlace(meeting, slot))
                .OfType<PlacedMeeting>()
                .Select(place => new RemedyFound(Remedy.AddInterpreter, place, [])),
            .. from slot in Slots
            let away = Away(meeting, slot)
            where away.Count == 1
            let place = withoutAbsences.FreePlace(meeting, slot)
            where place is not null
            select new RemedyFound(Remedy.LiftAbsence, place, away),
        ];

    private bool IsWishedLess(string meeting, string than) =>
        (meetings[meeting].Must, meetings[meeting].Weight).CompareTo((meetings[than].Must, meetings[than].Weight)) < 0;

    private List<string> Away(string meeting, string slot) =>
        [.. Sides(meeting).Where(side => firms[side].Unavailable?.Contains(slot) == true)];

    private IEnumerable<string> Sides(string meeting) => [meetings[meeting].A, meetings[meeting].B];
}
