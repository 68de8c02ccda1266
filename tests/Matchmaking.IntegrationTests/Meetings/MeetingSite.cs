using System.Globalization;
using System.Text.RegularExpressions;
using Ical.Net.CalendarComponents;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Meetings;

/// <summary>Two firms and what their people do over HTTP.</summary>
internal sealed partial class MeetingSite(SiteFactory site)
{
    public const string Contact = "sales@example.com";

    /// <summary>10:00 in Korea on the coming Thursday of the tests' week, and later times.</summary>
    public const string Thursday = "2026-11-26T01:00Z";
    public const string Friday = "2026-11-27T05:00Z";
    public const string Monday = "2026-11-30T01:00Z";

    public World World { get; } = new(site);

    public async Task<(World.Member Korean, World.Member Chinese)> FirmsAsync() =>
        (await World.FirmAsync(Country.KR, "한빛소재"), await World.FirmAsync(Country.CN, "苏州澄锂"));

    public HttpClient As(World.Member member, string language = "en") => site.ClientFor(member.UserId, language);

    public static string FormOf(World.Member asked) => $"/meetings/request?company={asked.Company}";

    public async Task<HttpResponseMessage> AskAsync(World.Member asks, World.Member asked, params string[] times)
    {
        using var client = As(asks);
        return await client.SubmitAsync(FormOf(asked), "/meetings/request", Ask(asked, times));
    }

    public static (string, string)[] Ask(World.Member asked, params string[] times) =>
        [
            ("Company", asked.Company.ToString()),
            ("Minutes", "30"),
            ("Format", "Online"),
            ("Message", "수산화리튬 월 40톤을 받고 싶어요."),
            .. times.Select(time => ("Suggested", time)),
        ];

    /// <returns>The address of the new meeting's page.</returns>
    public async Task<string> AskedAsync(World.Member asks, World.Member asked, params string[] times)
    {
        using var answer = await AskAsync(asks, asked, times);
        return Assert.IsType<Uri>(answer.Headers.Location).OriginalString;
    }

    /// <summary>Takes a step from the thread page with the version that it shows.</summary>
    public async Task<HttpResponseMessage> StepAsync(World.Member member, string page, string step, params (string, string)[] fields)
    {
        using var client = As(member);
        var shown = step == "times" ? $"{page}/times" : page;
        var version = Version().Match(await client.GetStringAsync(shown)).Groups["version"].Value;
        return await client.SubmitAsync(shown, $"{page}/{step}", [("Version", version), .. fields]);
    }

    public async Task<string> PageAsync(World.Member member, string page, string language = "en")
    {
        using var client = As(member, language);
        return await client.GetStringAsync(page);
    }

    public async Task<(string? Method, CalendarEvent Entry)> CalendarAsync(World.Member member, string page)
    {
        var calendar = Ical.Net.Calendar.Load(await PageAsync(member, $"{page}/calendar.ics"))!;
        return (calendar.Method, Assert.Single(calendar.Events)!);
    }

    public static DateTime Moment(string text) =>
        DateTime.ParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
        );

    [GeneratedRegex("name=\"Version\" value=\"(?<version>\\d+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
