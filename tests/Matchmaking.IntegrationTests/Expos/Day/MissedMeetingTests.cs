using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Day;

/// <summary>A meeting that a side missed may be given another time; what counts is the plan that firms see.</summary>
public sealed class MissedMeetingTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Missed_meeting_that_was_given_another_time_stays_there_once_it_has_begun_whatever_other_drafts_hold()
    {
        var shown = await ShownFair.BegunAsync(site, present: 0);
        var fair = shown.Fair;
        var slots = (await fair.ExpoAsync()).Slots.OrderBy(slot => slot.Start).ToList();
        await fair.RunAsync(RunScope.GapsOnly);
        var missed = (await fair.DraftAsync()).Meetings.First(meeting => meeting.Placement?.SlotId == slots[0].Id);
        Assert.Equal(slots[0].Id, await SlotAsync(shown, missed, draft: 2));
        using var recorded = await fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/now/{missed.MeetingId}",
            ("state", "NoShowA")
        );
        foreach (var meeting in (await fair.DraftAsync()).Meetings.Where(meeting => meeting.Placement?.SlotId == slots[1].Id))
        {
            await shown.TakeOffAsync(meeting);
        }

        using var put = await fair.SendAsync(
            "1/put",
            ("meeting", $"{missed.MeetingId}"),
            ("cell", $"{slots[1].Id}:{missed.Placement!.TableId}")
        );
        Assert.Equal(slots[1].Id, await SlotAsync(shown, missed));

        site.Clock.Advance(slots[1].Start - slots[0].Start);
        await shown.TakeOffAsync(missed);
        Assert.Equal(slots[1].Id, await SlotAsync(shown, missed));
    }

    private static async Task<Guid?> SlotAsync(ShownFair shown, DraftMeeting meeting, int draft = 1) =>
        (await shown.Fair.DraftAsync(draft)).Meetings.Single(item => item.MeetingId == meeting.MeetingId).Placement?.SlotId;
}
