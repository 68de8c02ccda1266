using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>What races for people's time must come to, whichever database decides them. Every actor has a connection of their own.</summary>
public abstract partial class MeetingContract(DatabaseFixture database)
{
    private readonly MeetingTable table = new(database);

    private static readonly TimeSlot Ten = new(new DateTime(2026, 11, 26, 1, 0, 0, DateTimeKind.Utc), 60);
    private static readonly TimeSlot HalfPastTen = Ten with { Start = Ten.Start.AddMinutes(30) };
    private static readonly TimeSlot Evening = Ten with { Start = Ten.Start.AddHours(8) };

    [Fact]
    public async Task Of_a_hundred_confirmations_for_one_persons_overlapping_hours_exactly_one_succeeds()
    {
        var minji = await table.SeatAsync(Country.KR);
        var others = await table.SeatsAsync(Country.CN, 100);
        var requests = new List<(MeetingRequestId Id, MeetingSeat Answers, TimeSlot Slot)>();
        foreach (var (other, number) in others.Select((other, number) => (other, number)))
        {
            var slot = number % 2 == 0 ? Ten : HalfPastTen;
            var (asks, answers) = number % 4 < 2 ? (minji, other) : (other, minji);
            requests.Add((await table.AskedAsync(asks, answers, slot, Evening), answers, slot));
        }

        var results = await Race.AllAsync(
            requests.Select(request => (Func<Task<Result>>)(() => table.AcceptAsync(request.Id, request.Answers, request.Slot)))
        );

        Assert.Single(results, result => result.Succeeded);
        foreach (var lost in results.Where(result => !result.Succeeded))
        {
            var error = Assert.Single(lost.Errors);
            Assert.Equal("meeting.time-taken", error.Code);
            Assert.Equal([Evening], Assert.IsAssignableFrom<IReadOnlyList<TimeSlot>>(error.Arguments[1]));
        }

        await table.AssertConsistentAsync(requests.Select(request => request.Id), scheduled: 1);
    }

    [Fact]
    public async Task Accepting_moving_and_handing_over_race_for_the_same_hour_and_one_wins()
    {
        var busy = await table.SeatAsync(Country.KR);
        var seats = await table.SeatsAsync(Country.CN, 30);
        var meetings = new List<MeetingRequestId>();
        var moves = new List<Func<Task<Result>>>();
        foreach (var (seat, number) in seats.Select((seat, number) => (seat, number)))
        {
            switch (number % 3)
            {
                case 0:
                    var asked = await table.AskedAsync(busy, seat, Ten);
                    meetings.Add(asked);
                    moves.Add(() => table.AcceptAsync(asked, seat, Ten));
                    break;
                case 1:
                    var early = Ten with { Start = Ten.Start.AddDays(number) };
                    var moved = await table.AskedAsync(busy, seat, early);
                    Assert.True((await table.AcceptAsync(moved, seat, early)).Succeeded);
                    Assert.True((await table.ProposeAsync(moved, busy, HalfPastTen)).Succeeded);
                    meetings.Add(moved);
                    moves.Add(() => table.AcceptAsync(moved, seat, HalfPastTen));
                    break;
                default:
                    var colleague = await table.ColleagueAsync(busy);
                    var handed = await table.AskedAsync(colleague, seat, Ten);
                    Assert.True((await table.AcceptAsync(handed, seat, Ten)).Succeeded);
                    meetings.Add(handed);
                    moves.Add(() => table.DelegateAsync(handed, colleague, busy));
                    break;
            }
        }

        var results = await Race.AllAsync(moves);

        Assert.Single(results, result => result.Succeeded);
        await using var db = database.Open();
        Assert.InRange(
            await db.MeetingClaims.CountAsync(claim => claim.UserId == busy.User && claim.QuarterStart == HalfPastTen.Start),
            1,
            1
        );
        await table.AssertConsistentAsync(meetings, scheduled: null);
    }

    [Fact]
    public async Task Requests_that_cross_at_one_instant_become_one_meeting_at_the_common_time()
    {
        for (var round = 0; round < 12; round++)
        {
            var (korean, chinese) = (await table.SeatAsync(Country.KR), await table.SeatAsync(Country.CN));

            var results = await Race.AllAsync(
                Enumerable
                    .Range(0, 4)
                    .Select(number =>
                        (Func<Task<Result<MeetingRequestId>>>)(
                            () =>
                                number % 2 == 0
                                    ? table.AskAsync(korean, chinese, Ten, Evening)
                                    : table.AskAsync(chinese, korean, Ten with { Start = Ten.Start.AddDays(1) }, Evening)
                        )
                    )
            );

            await using var db = database.Open();
            var meeting = await db.MeetingRequests.SingleAsync(meeting =>
                meeting.AskingCompanyId == korean.Company || meeting.AskedCompanyId == korean.Company
            );
            Assert.Equal(MeetingState.Scheduled, meeting.State);
            Assert.Equal(Evening, meeting.Agreed);
            Assert.Equal(2, results.Count(result => result.Succeeded));
            Assert.All(results.Where(result => result.Succeeded), result => Assert.Equal(meeting.Id, result.Value));
            Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("meeting.already-open", result.Errors[0].Code));
            await table.AssertConsistentAsync([meeting.Id], scheduled: 1);
        }
    }

    [Fact]
    public async Task Crossing_requests_whose_common_time_is_taken_leave_the_time_open()
    {
        var (korean, chinese) = (await table.SeatAsync(Country.KR), await table.SeatAsync(Country.CN));
        var first = await table.AskedAsync(korean, chinese, Ten);
        var other = await table.SeatAsync(Country.CN);
        Assert.True((await table.AcceptAsync(await table.AskedAsync(korean, other, HalfPastTen), other, HalfPastTen)).Succeeded);

        var merged = await table.AskAsync(chinese, korean, Ten, Evening);

        Assert.Equal(first, merged.Value);
        await using var db = database.Open();
        var meeting = await db.MeetingRequests.SingleAsync(meeting => meeting.Id == first);
        Assert.Equal(MeetingState.Unscheduled, meeting.State);
        Assert.Equal([Ten, Evening], meeting.ChoicesOf(MeetingSide.Asking, MeetingTable.Now));
        Assert.NotNull(meeting.ContactsOpenedAt);
    }

    [Fact]
    public async Task Of_accepting_and_withdrawing_at_once_one_happens()
    {
        for (var round = 0; round < 12; round++)
        {
            var (korean, chinese) = (await table.SeatAsync(Country.KR), await table.SeatAsync(Country.CN));
            var id = await table.AskedAsync(korean, chinese, Ten);

            var results = await Race.AllAsync<Result>([() => table.AcceptAsync(id, chinese, Ten), () => table.WithdrawAsync(id, korean)]);

            var lost = Assert.Single(results, result => !result.Succeeded);
            Assert.Contains(Assert.Single(lost.Errors).Code, new[] { "meeting.changed", "meeting.illegal-step" });
            await table.AssertConsistentAsync([id], scheduled: results[0].Succeeded ? 1 : 0);
        }
    }

    [Fact]
    public async Task Two_colleagues_who_accept_different_times_make_one_meeting()
    {
        var (korean, chinese) = (await table.SeatAsync(Country.KR), await table.SeatAsync(Country.CN));
        var colleague = await table.ColleagueAsync(chinese);
        var id = await table.AskedAsync(korean, chinese, Ten, Evening);

        var results = await Race.AllAsync<Result>([
            () => table.AcceptAsync(id, chinese, Ten),
            () => table.AcceptAsync(id, colleague, Evening),
        ]);

        // The second to come may have read the page before the first one's commit, or after it.
        var refusal = Assert.Single(results, result => !result.Succeeded).Errors[0].Code;
        Assert.True(refusal is "meeting.changed" or "meeting.illegal-step", refusal);
        await table.AssertConsistentAsync([id], scheduled: 1);
    }

    [Fact]
    public async Task Moving_by_a_quarter_and_handing_over_keep_keys_that_stay()
    {
        var (korean, chinese) = (await table.SeatAsync(Country.KR), await table.SeatAsync(Country.CN));
        var colleague = await table.ColleagueAsync(korean);
        var id = await table.AskedAsync(korean, chinese, Ten);
        Assert.True((await table.AcceptAsync(id, chinese, Ten)).Succeeded);

        Assert.True((await table.ProposeAsync(id, korean, HalfPastTen)).Succeeded);
        Assert.True((await table.AcceptAsync(id, chinese, HalfPastTen)).Succeeded);
        await table.AssertConsistentAsync([id], scheduled: 1);
        Assert.True((await table.DelegateAsync(id, korean, colleague)).Succeeded);
        await table.AssertConsistentAsync([id], scheduled: 1);

        Assert.True((await table.CancelAsync(id, chinese)).Succeeded);
        await table.AssertConsistentAsync([id], scheduled: 0);
        var again = await table.AskedAsync(korean, chinese, HalfPastTen);
        Assert.True((await table.AcceptAsync(again, chinese, HalfPastTen)).Succeeded);
    }

    [Fact]
    public async Task A_meeting_cannot_be_handed_to_a_colleague_who_is_busy_then()
    {
        var (korean, chinese) = (await table.SeatAsync(Country.KR), await table.SeatAsync(Country.CN));
        var colleague = await table.ColleagueAsync(korean);
        var other = await table.SeatAsync(Country.CN);
        var id = await table.AskedAsync(korean, chinese, Ten);
        Assert.True((await table.AcceptAsync(id, chinese, Ten)).Succeeded);
        Assert.True((await table.AcceptAsync(await table.AskedAsync(colleague, other, HalfPastTen), other, HalfPastTen)).Succeeded);

        var result = await table.DelegateAsync(id, korean, colleague);

        Assert.Equal(MeetingErrors.ColleagueTaken, Assert.Single(result.Errors));
        await table.AssertConsistentAsync([id], scheduled: 1);
    }

    [Fact]
    public async Task Expired_requests_and_meetings_that_are_over_stand_in_the_way_of_nothing()
    {
        var (korean, chinese) = (await table.SeatAsync(Country.KR), await table.SeatAsync(Country.CN));
        var expired = await table.AskedAsync(korean, chinese, Ten);
        var later = Ten.Start.AddDays(1);
        var second = await table.At(later).WithLimit(1).AskAsync(korean, chinese, Ten with { Start = later.AddDays(1) });
        Assert.True(second.Succeeded);
        Assert.True((await table.At(later).AcceptAsync(second.Value, chinese, Ten with { Start = later.AddDays(1) })).Succeeded);

        var afterwards = later.AddDays(2);
        Assert.True((await table.At(afterwards).AskAsync(chinese, korean, Ten with { Start = afterwards.AddDays(1) })).Succeeded);

        await using var db = database.Open();
        Assert.Equal(MeetingState.Expired, (await db.MeetingRequests.SingleAsync(meeting => meeting.Id == expired)).State);
        Assert.Equal(MeetingState.Scheduled, (await db.MeetingRequests.SingleAsync(meeting => meeting.Id == second.Value)).State);
    }
}
