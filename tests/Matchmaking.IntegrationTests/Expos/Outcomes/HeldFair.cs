using System.Net;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.IntegrationTests.Expos.Outcomes;

/// <summary>A published fair of eight meetings whose day has come.</summary>
internal sealed class HeldFair(SiteFactory site, ShownFair shown)
{
    public ShownFair Shown => shown;

    public string Page => $"/organise/{shown.Fair.Id}/outcomes";

    public string FirmPage => $"/expos/{shown.Fair.Id}/outcomes";

    /// <param name="hour">UTC, of the day of the fair, whose slots begin between 01:00 and 02:30.</param>
    public static async Task<HeldFair> AtAsync(SiteFactory site, double hour, string language = "en")
    {
        var held = new HeldFair(site, await ShownFair.PublishedAsync(site, language));
        var time = new DateTimeOffset(2027, 3, 10, 0, 0, 0, TimeSpan.Zero).AddHours(hour);
        if (time > site.Clock.GetUtcNow())
        {
            site.Clock.SetUtcNow(time);
        }

        return held;
    }

    public Task<HttpResponseMessage> SendAsync(string action, params (string, string)[] fields) =>
        shown.Fair.Organiser.SubmitAsync("/account", $"{Page}/{action}", fields);

    public async Task<string> ReadAsync(string part = "") => WebUtility.HtmlDecode(await shown.Fair.Organiser.GetStringAsync(Page + part));

    public async Task<string> ReadAsync(World.Member firm)
    {
        using var client = site.ClientFor(firm.UserId);
        return WebUtility.HtmlDecode(await client.GetStringAsync(FirmPage));
    }

    public async Task<HttpResponseMessage> SayAsync(World.Member firm, Guid meeting, OutcomeKind kind, string note = "")
    {
        using var client = site.ClientFor(firm.UserId);
        return await client.SubmitAsync("/account", $"{FirmPage}/{meeting}", ("Kind", $"{kind}"), ("Note", note));
    }

    /// <summary>Both firms of a meeting.</summary>
    public (World.Member A, World.Member B) SidesOf(DraftMeeting meeting) =>
        (shown.FirmOf(meeting.Meeting.A), shown.FirmOf(meeting.Meeting.B));

    public Task<List<MeetingOutcome>> SaidAsync(Guid meeting) =>
        site.WithDatabaseAsync(db => db.Set<MeetingOutcome>().AsNoTracking().Where(item => item.MeetingId == meeting).ToListAsync());
}
