using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Xunit;

namespace Matchmaking.IntegrationTests.Meetings;

public sealed class MeetingMailTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly MeetingSite meetings = new(site);
    private readonly Mailbox mailbox = new(site);

    [Fact]
    public async Task Each_step_reaches_the_right_people_in_their_language_with_the_calendar_entry()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var (minji, wenjing) = (await AddressAsync(korean), await AddressAsync(chinese));

        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        var asked = await mailbox.NewestAsync(wenjing);
        Assert.Contains("申请与您会面", asked.Subject, StringComparison.Ordinal);
        Assert.Contains("수산화리튬 월 40톤", asked.TextBody, StringComparison.Ordinal);
        Assert.Contains("09:00 CST · 10:00 KST", asked.TextBody, StringComparison.Ordinal);
        Assert.Null(CalendarOf(asked));

        using (await meetings.StepAsync(chinese, page, "accept", ("Time", MeetingSite.Thursday))) { }
        var agreed = await mailbox.NewestAsync(minji);
        Assert.Contains("미팅이 확정됐어요", agreed.Subject, StringComparison.Ordinal);
        Assert.Equal("REQUEST", CalendarOf(agreed)!.Method);
        // Of the other side the address that its firm shows.
        Assert.Equal(
            [$"mailto:{minji}", "mailto:sales@example.com"],
            CalendarOf(agreed)!.Events[0]!.Attendees.Select(attendee => $"{attendee.Value}").Order(StringComparer.Ordinal)
        );
        Assert.Equal("REQUEST", CalendarOf(await mailbox.NewestAsync(wenjing, count: 2))!.Method);

        using (await meetings.StepAsync(korean, page, "cancel", ("Reason", ""))) { }
        await site.SettleAsync();
        var cancelled = CalendarOf(await mailbox.NewestAsync(wenjing, count: 3))!;
        Assert.Equal("CANCEL", cancelled.Method);
        Assert.Equal(CalendarOf(agreed)!.Events[0]!.Uid, cancelled.Events[0]!.Uid);
        Assert.Equal(2, mailbox.All(minji).Count);
    }

    [Fact]
    public async Task A_delegated_meeting_leaves_one_calendar_and_enters_another()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var colleague = await meetings.World.ColleagueAsync(korean.Company, "박지훈", MembershipRole.Member);
        var (former, successor, other) = (await AddressAsync(korean), await AddressAsync(colleague), await AddressAsync(chinese));
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        using (await meetings.StepAsync(chinese, page, "accept", ("Time", MeetingSite.Thursday))) { }
        var agreed = CalendarOf(await mailbox.NewestAsync(former))!.Events[0]!;

        using (await meetings.StepAsync(korean, page, "delegate", ("Person", colleague.ToString()))) { }
        await site.SettleAsync();

        var relief = await mailbox.NewestAsync(former, count: 2);
        Assert.Contains("이제 동료가 맡아요", relief.Subject, StringComparison.Ordinal);
        var gone = CalendarOf(relief)!;
        Assert.Equal("CANCEL", gone.Method);
        Assert.Equal(agreed.Uid, gone.Events[0]!.Uid);
        Assert.True(gone.Events[0]!.Sequence > agreed.Sequence);
        Assert.Equal($"mailto:{former}", Assert.Single(gone.Events[0]!.Attendees).Value!.ToString());
        var takenOver = await mailbox.NewestAsync(successor);
        Assert.Contains("이어서 맡게 됐어요", takenOver.Subject, StringComparison.Ordinal);
        var entered = CalendarOf(takenOver)!;
        Assert.Equal("REQUEST", entered.Method);
        Assert.Equal((agreed.Uid, gone.Events[0]!.Sequence), (entered.Events[0]!.Uid, entered.Events[0]!.Sequence));
        Assert.Equal("REQUEST", CalendarOf(await mailbox.NewestAsync(other, count: 3))!.Method);
    }

    [Fact]
    public async Task A_pending_request_that_is_delegated_tells_only_whom_it_was_given()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var colleague = await meetings.World.ColleagueAsync(korean.Company, "박지훈", MembershipRole.Member);
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);

        using (await meetings.StepAsync(korean, page, "delegate", ("Person", colleague.ToString()))) { }
        await site.SettleAsync();

        Assert.Single(mailbox.All(await AddressAsync(colleague)));
        Assert.Single(mailbox.All(await AddressAsync(chinese)));
        Assert.Empty(mailbox.All(await AddressAsync(korean)));
    }

    private Task<string> AddressAsync(World.Member member) => AddressAsync(member.UserId);

    private Task<string> AddressAsync(Guid person) =>
        site.WithDatabaseAsync(db => db.Users.Where(user => user.Id == person).Select(user => user.Email!).SingleAsync());

    private static Ical.Net.Calendar? CalendarOf(MimeMessage mail) =>
        mail.Attachments.OfType<MimePart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar")) is { } part
            ? Ical.Net.Calendar.Load(Decoded(part))
            : null;

    private static string Decoded(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return System.Text.Encoding.UTF8.GetString(content.ToArray());
    }
}
