using System.Net;
using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Booking;

/// <summary>A small fair whose firms book their meetings.</summary>
internal sealed partial class BookedFair(SiteFactory site, Fair fair)
{
    public Fair Fair => fair;

    public ShownFair Shown { get; } = new(site, fair);

    public string FirmPage => $"/expos/{fair.Id}";

    public World.Member Korean => fair.Korean[0];

    public World.Member Chinese => fair.Chinese[0];

    /// <summary>Its wishes are closed.</summary>
    /// <param name="settings">Further fields of the expo's form.</param>
    public static async Task<BookedFair> ClosedAsync(
        SiteFactory site,
        string language = "en",
        bool refusing = false,
        params (string Name, string Value)[] settings
    ) => new(site, await Fair.ClosedAsync(site, language, refusing, settings: [("Scheduling", "Participants"), .. settings]));

    /// <param name="settings">Further fields of the expo's form.</param>
    public static async Task<BookedFair> OpenAsync(
        SiteFactory site,
        string language = "en",
        bool refusing = false,
        params (string Name, string Value)[] settings
    )
    {
        var fair = await ClosedAsync(site, language, refusing, settings);
        await fair.OpenAsync();
        return fair;
    }

    public async Task OpenAsync()
    {
        using var opened = await fair.Organiser.SubmitAsync("/account", $"/organise/{fair.Id}/booking");
        Assert.Equal($"/organise/{fair.Id}/programme", opened.Headers.Location?.ToString());
    }

    public async Task<DraftMeeting> MeetingAsync(World.Member one, World.Member other, int draft = 1) =>
        (await fair.DraftAsync(draft)).Meetings.Single(meeting => Holds(meeting, one.Company) && Holds(meeting, other.Company));

    public string Page(DraftMeeting meeting) => $"{FirmPage}/booking/{meeting.MeetingId}";

    /// <summary>Ids of slots, in time order.</summary>
    public async Task<IReadOnlyList<string>> SlotsAsync() =>
        [.. (await fair.ExpoAsync()).Slots.OrderBy(slot => slot.Start).Select(slot => slot.Id.ToString())];

    /// <summary>The slots that the firm's page offers for a meeting.</summary>
    public async Task<IReadOnlyList<string>> TimesAsync(World.Member firm, DraftMeeting meeting) =>
        Times(await ReadAsync(firm, Page(meeting)));

    public static IReadOnlyList<string> Times(string page) => [.. Slot().Matches(page).Select(match => match.Groups["id"].Value)];

    public async Task<string> ReadAsync(World.Member firm, string? page = null, string language = "en")
    {
        using var client = site.ClientFor(firm.UserId, language);
        return WebUtility.HtmlDecode(await client.GetStringAsync(page ?? $"{FirmPage}/programme"));
    }

    public Task<HttpResponseMessage> BookAsync(World.Member firm, DraftMeeting meeting, string slot) =>
        SendAsync(firm, Page(meeting), ("slot", slot));

    public Task<HttpResponseMessage> CancelAsync(World.Member firm, DraftMeeting meeting) => SendAsync(firm, $"{Page(meeting)}/cancel");

    /// <summary>Books and expects it to be done.</summary>
    public async Task<DraftMeeting> BookedAsync(World.Member firm, World.Member other, string slot)
    {
        var meeting = await MeetingAsync(firm, other);
        using var booked = await BookAsync(firm, meeting, slot);
        Assert.Equal($"{FirmPage}/programme", booked.Headers.Location?.ToString());
        Assert.Equal(slot, (await MeetingAsync(firm, other)).Placement?.SlotId.ToString());
        return meeting;
    }

    /// <summary>What the firm reads on its programme after an answer that leads there.</summary>
    public async Task<string> ToldAsync(World.Member firm, Func<HttpClient, Task<HttpResponseMessage>> act)
    {
        using var client = site.ClientFor(firm.UserId);
        using var answer = await act(client);
        Assert.Equal($"{FirmPage}/programme", answer.Headers.Location?.ToString());
        return WebUtility.HtmlDecode(await client.GetStringAsync($"{FirmPage}/programme"));
    }

    private async Task<HttpResponseMessage> SendAsync(World.Member firm, string address, params (string, string)[] fields)
    {
        using var client = site.ClientFor(firm.UserId);
        return await client.SubmitAsync("/account", address, fields);
    }

    private static bool Holds(DraftMeeting meeting, CompanyId firm) => meeting.Meeting.A == firm || meeting.Meeting.B == firm;

    [GeneratedRegex("name=\"slot\" value=\"(?<id>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slot();
}
