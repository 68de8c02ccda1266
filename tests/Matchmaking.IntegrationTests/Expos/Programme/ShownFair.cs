using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.IntegrationTests.Expos.Programme;

/// <summary>A fair whose first draft goes its way to the firms.</summary>
internal sealed class ShownFair(SiteFactory site, Fair fair)
{
    public Fair Fair => fair;

    public string Page => $"/organise/{fair.Id}/programme";

    public string FirmPage => $"/expos/{fair.Id}/programme";

    public static async Task<ShownFair> PreliminaryAsync(SiteFactory site, string language = "en", bool hasMusts = true)
    {
        var shown = new ShownFair(site, await Fair.DraftedAsync(site, language, hasMusts));
        using var made = await shown.SendAsync("preliminary", ("draft", "1"));
        return shown;
    }

    public static async Task<ShownFair> PublishedAsync(SiteFactory site, string language = "en", bool hasMusts = true)
    {
        var shown = await PreliminaryAsync(site, language, hasMusts);
        using var published = await shown.SendAsync("publish");
        await site.SettleAsync();
        return shown;
    }

    /// <summary>Published, and its slots lie so that one of them begins now.</summary>
    /// <param name="present">The index of that slot.</param>
    public static async Task<ShownFair> BegunAsync(SiteFactory site, int present, string language = "en")
    {
        var shown = await PreliminaryAsync(site, language);
        var slots = (await shown.Fair.ExpoAsync()).Slots.OrderBy(slot => slot.Start).ToList();
        var ahead = slots[present].Start - site.Clock.GetUtcNow().UtcDateTime;
        foreach (var slot in slots)
        {
            var start = slot.Start - ahead;
            await site.WithDatabaseAsync(db =>
                db.Set<ExpoSlot>().Where(item => item.Id == slot.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Start, start))
            );
        }

        using var published = await shown.SendAsync("publish");
        await site.SettleAsync();
        return shown;
    }

    public Task<HttpResponseMessage> SendAsync(string action, params (string, string)[] fields) =>
        fair.Organiser.SubmitAsync("/account", $"{Page}/{action}", fields);

    public async Task<string> ReadAsync(string part = "") => WebUtility.HtmlDecode(await fair.Organiser.GetStringAsync(Page + part));

    public async Task<string> ReadAsync(World.Member firm)
    {
        using var client = site.ClientFor(firm.UserId);
        return WebUtility.HtmlDecode(await client.GetStringAsync(FirmPage));
    }

    public async Task<HttpResponseMessage> SendAsync(World.Member firm, string action, params (string, string)[] fields)
    {
        using var client = site.ClientFor(firm.UserId);
        return await client.SubmitAsync("/account", $"{FirmPage}/{action}", fields);
    }

    /// <summary>Of the plan that the firm's page shows.</summary>
    public async Task<string> RevisionAsync(World.Member firm)
    {
        var page = await ReadAsync(firm);
        const string before = "name=\"revision\" value=\"";
        var start = page.IndexOf(before, StringComparison.OrdinalIgnoreCase) + before.Length;
        return page[start..page.IndexOf('"', start)];
    }

    public async Task<ExpoState> StateAsync() => (await fair.ExpoAsync()).State;

    /// <summary>What stands for a firm in a draft.</summary>
    public async Task<IReadOnlyList<DraftMeeting>> PlacedAsync(World.Member firm, int draft = 1) =>
        [
            .. (await fair.DraftAsync(draft)).Meetings.Where(meeting =>
                meeting.Placement is not null && (meeting.Meeting.A == firm.Company || meeting.Meeting.B == firm.Company)
            ),
        ];

    public Task<Guid> ParticipationAsync(World.Member firm) =>
        site.WithDatabaseAsync(db =>
            db.Set<ExpoFirm>().Where(item => item.ExpoId == fair.Id && item.CompanyId == firm.Company).Select(item => item.Id).SingleAsync()
        );

    public async Task TakeOffAsync(DraftMeeting meeting)
    {
        using var taken = await fair.SendAsync("1/take-off", ("meeting", $"{meeting.MeetingId}"));
    }

    public Task<string> AddressAsync(World.Member firm) => AddressAsync(firm.UserId);

    public World.Member FirmOf(CompanyId company) => fair.Korean.Concat(fair.Chinese).Single(firm => firm.Company == company);

    private Task<string> AddressAsync(Guid user) =>
        site.WithDatabaseAsync(db => db.Users.Where(item => item.Id == user).Select(item => item.Email!).SingleAsync());
}
