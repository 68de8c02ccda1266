using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;
using Xunit;

namespace Matchmaking.UnitTests.Meetings;

/// <summary>Every step in every situation by either side: where it leads, or why it is refused.</summary>
public sealed class MeetingTransitionTests
{
    private const string Illegal = "meeting.illegal-step";
    private const string NotYourTurn = "meeting.not-your-turn";

    private static readonly string[] Closed =
    [
        nameof(MeetingState.Declined),
        nameof(MeetingState.Withdrawn),
        nameof(MeetingState.Expired),
        nameof(MeetingState.Cancelled),
    ];

    /// <summary>Situation, step, outcome when the asking side takes it, outcome when the asked side takes it. `=` keeps the state.</summary>
    private static readonly (string Situation, string Step, string Asking, string Asked)[] Table =
    [
        ("Sent", "accept", NotYourTurn, "Scheduled"),
        ("Sent", "accept-without-time", NotYourTurn, "Unscheduled"),
        ("Sent", "propose", NotYourTurn, "CounterProposed"),
        ("Sent", "decline", NotYourTurn, "Declined"),
        ("Sent", "withdraw", "Withdrawn", NotYourTurn),
        ("Sent", "cancel", Illegal, Illegal),
        ("Sent", "keep", Illegal, Illegal),
        ("Sent", "delegate", "Sent", "Sent"),
        ("CounterProposed", "accept", "Scheduled", NotYourTurn),
        ("CounterProposed", "accept-without-time", "Unscheduled", NotYourTurn),
        ("CounterProposed", "propose", "CounterProposed", NotYourTurn),
        ("CounterProposed", "decline", NotYourTurn, "Declined"),
        ("CounterProposed", "withdraw", "Withdrawn", NotYourTurn),
        ("CounterProposed", "cancel", Illegal, Illegal),
        ("CounterProposed", "keep", Illegal, Illegal),
        ("CounterProposed", "delegate", "CounterProposed", "CounterProposed"),
        // The asked side has proposed nothing, so the asking side finds nothing to choose.
        ("Unscheduled", "accept", "meeting.time-not-proposed", "Scheduled"),
        ("Unscheduled", "accept-without-time", Illegal, Illegal),
        ("Unscheduled", "propose", "Unscheduled", "Unscheduled"),
        ("Unscheduled", "decline", NotYourTurn, Illegal),
        ("Unscheduled", "withdraw", Illegal, NotYourTurn),
        ("Unscheduled", "cancel", "Cancelled", "Cancelled"),
        ("Unscheduled", "keep", Illegal, Illegal),
        ("Unscheduled", "delegate", "Unscheduled", "Unscheduled"),
        ("Scheduled", "accept", Illegal, Illegal),
        ("Scheduled", "accept-without-time", Illegal, Illegal),
        ("Scheduled", "propose", "Scheduled", "Scheduled"),
        ("Scheduled", "decline", NotYourTurn, Illegal),
        ("Scheduled", "withdraw", Illegal, NotYourTurn),
        ("Scheduled", "cancel", "Cancelled", "Cancelled"),
        ("Scheduled", "keep", Illegal, Illegal),
        ("Scheduled", "delegate", "Scheduled", "Scheduled"),
        ("MoveProposed", "accept", NotYourTurn, "Scheduled"),
        ("MoveProposed", "accept-without-time", Illegal, Illegal),
        ("MoveProposed", "propose", NotYourTurn, "Scheduled"),
        ("MoveProposed", "decline", NotYourTurn, Illegal),
        ("MoveProposed", "withdraw", Illegal, NotYourTurn),
        ("MoveProposed", "cancel", "Cancelled", "Cancelled"),
        ("MoveProposed", "keep", "Scheduled", "Scheduled"),
        ("MoveProposed", "delegate", "Scheduled", "Scheduled"),
    ];

    public static TheoryData<string, string, MeetingSide, string> Rows()
    {
        var rows = new TheoryData<string, string, MeetingSide, string>();
        foreach (var (situation, step, asking, asked) in Table)
        {
            rows.Add(situation, step, MeetingSide.Asking, asking);
            rows.Add(situation, step, MeetingSide.Asked, asked);
        }

        return rows;
    }

    public static TheoryData<string, string, MeetingSide> ClosedRows()
    {
        var rows = new TheoryData<string, string, MeetingSide>();
        foreach (var situation in Closed)
        {
            foreach (var step in Table.Select(row => row.Step).Distinct())
            {
                rows.Add(situation, step, MeetingSide.Asking);
                rows.Add(situation, step, MeetingSide.Asked);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_step_leads_where_the_table_says(string situation, string step, MeetingSide side, string outcome)
    {
        var given = new Given();
        var meeting = given.In(situation);
        var before = (
            meeting.State,
            meeting.Turn,
            meeting.StepCount,
            meeting.Start,
            Claims: meeting.Claims.Count,
            meeting.CalendarSequence
        );

        var result = Take(step, meeting, given, side);

        if (Enum.TryParse<MeetingState>(outcome, out var expected))
        {
            Assert.True(result.Succeeded, result.Succeeded ? null : result.Errors[0].Code);
            Assert.Equal(expected, meeting.State);
            Assert.Equal(before.StepCount + 1, meeting.StepCount);
        }
        else
        {
            Assert.Equal(outcome, Assert.Single(result.Errors).Code);
            Assert.Equal(
                before,
                (meeting.State, meeting.Turn, meeting.StepCount, meeting.Start, meeting.Claims.Count, meeting.CalendarSequence)
            );
        }
    }

    [Theory]
    [MemberData(nameof(ClosedRows))]
    public void Nothing_moves_a_meeting_that_is_closed(string situation, string step, MeetingSide side)
    {
        var given = new Given();
        var meeting = given.In(situation);
        var steps = meeting.StepCount;

        var result = Take(step, meeting, given, side);

        Assert.Contains(Assert.Single(result.Errors).Code, new[] { Illegal, NotYourTurn, "meeting.expired" });
        Assert.Equal(situation, meeting.State.ToString());
        Assert.Equal(steps, meeting.StepCount);
    }

    [Fact]
    public void The_table_knows_every_step_in_every_open_situation() =>
        Assert.Equal(5 * 8, Table.DistinctBy(row => (row.Situation, row.Step)).Count());

    private static Result Take(string step, MeetingRequest meeting, Given given, MeetingSide side)
    {
        var actor = given.Of(side);
        return step switch
        {
            "accept" => meeting.Accept(meeting.ChoicesOf(side, Given.Now) is [var first, ..] ? first.Start : Given.Monday.Start, actor),
            "accept-without-time" => meeting.AcceptWithoutTime(actor),
            "propose" => meeting.Propose(Given.Times(Given.Monday with { Minutes = 45 }), actor),
            "decline" => meeting.Decline("일정이 맞지 않아요", LanguageCode.Ko, actor),
            "withdraw" => meeting.Withdraw("", LanguageCode.Ko, actor),
            "cancel" => meeting.Cancel("", LanguageCode.Ko, actor),
            "keep" => meeting.KeepTime(actor),
            "delegate" => meeting.Delegate(Guid.CreateVersion7(), actor),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
    }
}
