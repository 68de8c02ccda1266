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
        Assert.Equal("REQUEST", CalendarOf(await mailbox.NewestAsync(wenjing, count: 2))!.Method);

        using (await meetings.StepAsync(korean, page, "cancel", ("Reason", ""))) { }
        await site.SettleAsync();
        var cancelled = CalendarOf(await mailbox.NewestAsync(wenjing, count: 3))!;
        Assert.Equal("CANCEL", cancelled.Method);
        Assert.Equal(CalendarOf(agreed)!.Events[0]!.Uid, cancelled.Events[0]!.Uid);
        Assert.Equal(2, mailbox.All(minji).Count);
    }

    private Task<string> AddressAsync(World.Member member) =>
        site.WithDatabaseAsync(db => db.Users.Where(user => user.Id == member.UserId).Select(user => user.Email!).SingleAsync());

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
