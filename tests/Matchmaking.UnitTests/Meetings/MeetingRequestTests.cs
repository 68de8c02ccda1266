using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;
using Xunit;

namespace Matchmaking.UnitTests.Meetings;

public sealed class MeetingRequestTests
{
    private readonly Given given = new();

    [Fact]
    public void A_request_holds_no_time_and_an_agreed_meeting_holds_each_quarter_for_both()
    {
        var meeting = given.Sent();
        Assert.Empty(meeting.Claims);

        Assert.True(meeting.Accept(Given.Friday.Start, given.Asked).Succeeded);

        Assert.Equal(8, meeting.Claims.Count);
        Assert.Equal(4, meeting.Claims.Count(claim => claim.UserId == given.Wenjing && claim.Side == MeetingSide.Asked));
        Assert.Equal(
            Given.Friday.Quarters(),
            meeting.Claims.Where(claim => claim.UserId == given.Minji).Select(claim => claim.QuarterStart)
        );
    }

    [Fact]
    public void The_deadline_is_ten_days_off_but_never_after_the_last_proposed_time()
    {
        Assert.Equal(Given.Friday.Start, given.Sent().ExpiresAt);
        var far = Given.Monday with { Start = Given.Monday.Start.AddDays(30) };
        Assert.Equal(Given.Now.AddDays(10), given.Ask(Given.Thursday, far).Value.ExpiresAt);
    }

    [Fact]
    public void An_unanswered_request_counts_as_expired_from_its_deadline_on()
    {
        var meeting = given.Sent();
        var later = new MeetingActor(MeetingSide.Asked, given.Wenjing, meeting.ExpiresAt!.Value);

        Assert.Equal(MeetingState.Sent, meeting.StateAt(meeting.ExpiresAt.Value.AddTicks(-1)));
        Assert.Equal(MeetingState.Expired, meeting.StateAt(meeting.ExpiresAt.Value));
        Assert.Equal(MeetingErrors.Expired, meeting.Accept(Given.Friday.Start, later).Errors[0]);
        Assert.Equal(MeetingErrors.Expired, meeting.Decline("", LanguageCode.Zh, later).Errors[0]);
        Assert.Empty(meeting.ChoicesOf(MeetingSide.Asked, later.Now));
        Assert.False(meeting.Expire(Given.Now).Succeeded);
        Assert.True(meeting.Expire(later.Now).Succeeded);
        Assert.Null(meeting.OpenPair);
        Assert.Null(meeting.QuotaSlot);
    }

    [Fact]
    public void A_time_that_has_passed_can_no_longer_be_chosen()
    {
        var afterThursday = new MeetingActor(MeetingSide.Asked, given.Wenjing, Given.Thursday.Start);
        var meeting = given.Sent();

        Assert.Equal([Given.Friday], meeting.ChoicesOf(MeetingSide.Asked, afterThursday.Now));
        Assert.Equal(MeetingErrors.TimeOver, meeting.Accept(Given.Thursday.Start, afterThursday).Errors[0]);
    }

    [Fact]
    public void The_place_in_the_quota_is_given_back_by_the_first_answer()
    {
        Assert.Equal(1, given.Sent().QuotaSlot);
        foreach (var situation in new[] { "CounterProposed", "Unscheduled", "Scheduled", "Declined", "Withdrawn", "Expired" })
        {
            Assert.Null(given.In(situation).QuotaSlot);
        }
    }

    [Fact]
    public void Contacts_open_with_the_yes_and_stay_open_after_a_cancellation()
    {
        foreach (var situation in new[] { "Sent", "CounterProposed", "Declined", "Withdrawn", "Expired" })
        {
            Assert.Null(given.In(situation).ContactsOpenedAt);
        }

        foreach (var situation in new[] { "Unscheduled", "Scheduled", "MoveProposed", "Cancelled" })
        {
            Assert.Equal(Given.Now, given.In(situation).ContactsOpenedAt);
        }
    }

    [Fact]
    public void The_sequence_rises_with_each_move_and_with_the_cancellation_while_the_uid_stays()
    {
        var meeting = given.In("Scheduled");
        var uid = meeting.CalendarUid;
        Assert.Equal(0, meeting.CalendarSequence);

        Assert.True(meeting.Propose(Given.Times(Given.Monday), given.Asker).Succeeded);
        Assert.Equal(0, meeting.CalendarSequence);
        Assert.Equal(Given.Thursday, meeting.Agreed);
        Assert.True(meeting.Accept(Given.Monday.Start, given.Asked).Succeeded);
        Assert.Equal(1, meeting.CalendarSequence);
        Assert.Equal(Given.Monday, meeting.Agreed);
        Assert.All(meeting.Claims, claim => Assert.True(claim.QuarterStart >= Given.Monday.Start));

        Assert.True(meeting.Cancel("", LanguageCode.Ko, given.Asker).Succeeded);
        Assert.Equal(2, meeting.CalendarSequence);
        Assert.Equal(uid, meeting.CalendarUid);
        Assert.Empty(meeting.Claims);
    }

    [Theory]
    [InlineData(25, false)]
    [InlineData(23, true)]
    public void A_cancellation_within_a_day_of_the_start_is_late(int hoursBefore, bool late)
    {
        var meeting = given.In("Scheduled");

        Assert.True(meeting.Cancel("", LanguageCode.Ko, given.Asker with { Now = Given.Thursday.Start.AddHours(-hoursBefore) }).Succeeded);

        Assert.Equal(late, meeting.CancelledLate);
        Assert.Equal(MeetingSide.Asking, meeting.CancelledBy);
    }

    [Fact]
    public void A_meeting_that_has_begun_is_neither_cancelled_nor_moved_nor_handed_on()
    {
        var meeting = given.In("Scheduled");
        var during = given.Asker with { Now = Given.Thursday.Start };

        Assert.Equal(MeetingErrors.AlreadyBegun, meeting.Cancel("", LanguageCode.Ko, during).Errors[0]);
        Assert.Equal(MeetingErrors.AlreadyBegun, meeting.Propose(Given.Times(Given.Monday), during).Errors[0]);
        Assert.Equal(MeetingErrors.AlreadyBegun, meeting.Delegate(Guid.CreateVersion7(), during).Errors[0]);
    }

    [Fact]
    public void The_pair_is_free_again_once_the_meeting_is_over()
    {
        var meeting = given.In("Scheduled");

        Assert.False(meeting.Conclude(Given.Thursday.End.AddTicks(-1)).Succeeded);
        Assert.NotNull(meeting.OpenPair);
        Assert.True(meeting.Conclude(Given.Thursday.End).Succeeded);
        Assert.Null(meeting.OpenPair);
        Assert.Equal(MeetingState.Scheduled, meeting.State);
    }

    [Fact]
    public void A_proposed_move_lapses_when_the_agreed_time_comes()
    {
        var meeting = given.In(Given.MoveProposed);

        Assert.Equal(Given.Thursday.Start, meeting.ExpiresAt);
        Assert.False(meeting.IsMoveOpen(Given.Thursday.Start));
        Assert.Empty(meeting.ChoicesOf(MeetingSide.Asked, Given.Thursday.Start));
    }

    [Fact]
    public void Delegation_hands_over_the_claims_and_tells_the_calendar()
    {
        var meeting = given.In("Scheduled");
        var colleague = Guid.CreateVersion7();

        Assert.True(meeting.Delegate(colleague, given.Asked).Succeeded);

        Assert.Equal(colleague, meeting.AskedPersonId);
        Assert.Equal(2, meeting.Claims.Count(claim => claim.UserId == colleague));
        Assert.DoesNotContain(meeting.Claims, claim => claim.UserId == given.Wenjing);
        Assert.Equal(1, meeting.CalendarSequence);
        Assert.Equal(MeetingErrors.SameColleague, meeting.Delegate(colleague, given.Asked).Errors[0]);
        Assert.Equal(MeetingErrors.SamePerson, meeting.Delegate(given.Minji, given.Asked).Errors[0]);
    }

    [Fact]
    public void One_person_cannot_sit_on_both_sides()
    {
        var meeting = given.Sent();
        var self = given.Asked with { UserId = given.Minji };

        Assert.Equal(MeetingErrors.SamePerson, meeting.Accept(Given.Thursday.Start, self).Errors[0]);
        Assert.Equal(MeetingErrors.SamePerson, meeting.Propose(Given.Times(Given.Monday), self).Errors[0]);
        Assert.Null(meeting.AskedPersonId);
    }

    [Fact]
    public void Crossing_requests_become_one_meeting_at_a_common_time()
    {
        var meeting = given.Sent();
        var theirs = Given.Times(Given.Monday, Given.Friday with { Minutes = 30 });
        var common = Assert.Single(meeting.TimesInCommon(theirs));
        Assert.Equal(Given.Friday with { Minutes = 30 }, common);

        Assert.True(meeting.Merge(new MeetingParty(given.Chinese, Country.CN, given.Wenjing), theirs, common, given.Asked).Succeeded);

        Assert.Equal(MeetingState.Scheduled, meeting.State);
        Assert.Equal(common, meeting.Agreed);
        Assert.NotNull(meeting.ContactsOpenedAt);
        Assert.Equal(4, meeting.Claims.Count);
    }

    [Fact]
    public void Crossing_requests_without_a_common_time_leave_each_side_the_times_of_the_other()
    {
        var meeting = given.Sent();

        var merged = meeting.Merge(
            new MeetingParty(given.Chinese, Country.CN, given.Wenjing),
            Given.Times(Given.Monday),
            common: null,
            given.Asked
        );

        Assert.True(merged.Succeeded);
        Assert.Equal(MeetingState.Unscheduled, meeting.State);
        Assert.Equal([Given.Monday], meeting.ChoicesOf(MeetingSide.Asking, Given.Now));
        Assert.Equal([Given.Thursday, Given.Friday], meeting.ChoicesOf(MeetingSide.Asked, Given.Now));
    }

    [Fact]
    public void Firms_of_one_country_have_no_meeting_across_the_sea()
    {
        var asked = MeetingRequest.Ask(
            new MeetingParty(given.Korean, Country.KR, given.Minji),
            new MeetingParty(given.Chinese, Country.KR),
            Given.Times(Given.Thursday),
            MeetingFormat.Online,
            quotaSlot: 1,
            given.Asker
        );

        Assert.Equal(MeetingErrors.SameCountry, asked.Errors[0]);
    }
}
