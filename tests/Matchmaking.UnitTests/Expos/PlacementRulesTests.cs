using Matchmaking.Core.Expos;
using Matchmaking.Core.Expos.Timetables;
using Xunit;

namespace Matchmaking.UnitTests.Expos;

/// <summary>What the page marks as legal is what the checker allows, and nothing else.</summary>
public sealed class PlacementRulesTests
{
    private static readonly HashSet<string> None = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Cell_is_legal_exactly_where_the_checker_finds_nothing(int seed)
    {
        var problem = SmallTimetable.Problem(new Random(seed));
        var placed = SmallTimetable.FirstFit(problem);
        var rules = new PlacementRules(problem, placed, None);
        var seen = new HashSet<CellState>();
        foreach (var meeting in problem.Meetings)
        {
            foreach (var (slot, table) in problem.Slots.SelectMany(slot => problem.Tables.Select(table => (slot.Id, table))))
            {
                var verdict = rules.Of(meeting.Id, slot, table);
                seen.Add(verdict.State);
                if (verdict.State != CellState.Here)
                {
                    Assert.Equal(verdict.IsLegal, IsAllowed(problem, placed, meeting.Id, slot, table));
                    Assert.Equal(verdict.IsLegal, verdict.Puts.Count > 0);
                }
            }
        }

        Assert.Subset(seen, new HashSet<CellState> { CellState.Free, CellState.Swap, CellState.FirmBusy, CellState.TableTaken });
    }

    [Fact]
    public void Firms_own_table_is_left_to_it_as_long_as_another_is_free()
    {
        var problem = new ScheduleProblem(
            [new ScheduleSlot("s")],
            ["own", "t"],
            [],
            [.. new[] { "a", "b", "c", "d", "e", "f" }.Select(firm => new ScheduleParticipant(firm, Table: firm == "c" ? "own" : null))],
            [new ScheduleMeeting("ab", "a", "b"), new ScheduleMeeting("cd", "c", "d"), new ScheduleMeeting("ef", "e", "f")],
            AllowUnscheduled: true
        );

        Assert.Equal("t", new PlacementRules(problem, [], None).FreePlace("ab", "s")?.Table);
        Assert.Equal("own", new PlacementRules(problem, [], None).FreePlace("cd", "s")?.Table);
        Assert.Equal("own", new PlacementRules(problem, [new PlacedMeeting("ef", "s", "t")], None).FreePlace("ab", "s")?.Table);
    }

    [Fact]
    public void Reason_names_the_firm_and_the_meeting_in_the_way()
    {
        var problem = new ScheduleProblem(
            [new ScheduleSlot("s1"), new ScheduleSlot("s2"), new ScheduleSlot("s3"), new ScheduleSlot("s4")],
            ["t1", "t2"],
            [new ScheduleInterpreter("i", "zh-ko", ["s3"])],
            [
                new ScheduleParticipant("a", ["s2"]),
                new ScheduleParticipant("b"),
                new ScheduleParticipant("c", Max: 1),
                new ScheduleParticipant("d", Table: "t2"),
            ],
            [
                new ScheduleMeeting("ab", "a", "b", Interpreter: "zh-ko"),
                new ScheduleMeeting("bc", "b", "c"),
                new ScheduleMeeting("ac", "a", "c"),
                new ScheduleMeeting("cd", "c", "d"),
                new ScheduleMeeting("ad", "a", "d"),
            ],
            AllowUnscheduled: true
        );
        var rules = new PlacementRules(problem, [new PlacedMeeting("bc", "s1", "t1")], new HashSet<string> { "bc" });

        Assert.Equal((CellState.FirmBusy, "b", "bc"), Told(rules.Of("ab", "s1", "t2")));
        Assert.Equal((CellState.FirmAbsent, "a", null), Told(rules.Of("ab", "s2", "t1")));
        Assert.Equal((CellState.NoInterpreter, null, null), Told(rules.Of("ab", "s3", "t1")));
        Assert.Equal((CellState.FirmAtMaximum, "c", null), Told(rules.Of("ac", "s3", "t1")));
        Assert.Equal((CellState.OwnTable, "d", null), Told(rules.Of("ad", "s3", "t1")));
        Assert.Equal(
            (CellState.Locked, null, "bc"),
            Told(new PlacementRules(problem, [new("bc", "s1", "t2")], new HashSet<string> { "bc" }).Of("ad", "s1", "t2"))
        );
        Assert.Equal(new PlacedMeeting("ab", "s4", "t1", "i"), rules.Of("ab", "s4", "t1").Puts.Single());
        Assert.Null(rules.AgainstSlot("ad", "s1"));
        Assert.Equal(CellState.FirmAbsent, rules.AgainstSlot("ad", "s2")?.State);
    }

    private static (CellState, string?, string?) Told(CellVerdict verdict) => (verdict.State, verdict.Firm, verdict.Other);

    /// <summary>By trying it, with every interpreter and with none.</summary>
    private static bool IsAllowed(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed, string meeting, string slot, string table)
    {
        var here = placed.SingleOrDefault(item => item.Id == meeting);
        var other = placed.SingleOrDefault(item => item.Slot == slot && item.Table == table);
        if (other is not null && here is null)
        {
            return false;
        }

        var rest = placed.Where(item => item != here && item != other).ToList();
        string?[] interpreters = [null, .. problem.Interpreters.Select(interpreter => interpreter.Id)];
        return interpreters.Any(mine =>
            interpreters.Any(theirs =>
                SmallTimetable.Keeps(
                    problem,
                    [
                        .. rest,
                        new PlacedMeeting(meeting, slot, table, mine),
                        .. other is null ? Array.Empty<PlacedMeeting>() : [new PlacedMeeting(other.Id, here!.Slot, here.Table, theirs)],
                    ]
                )
            )
        );
    }
}
