using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Meetings;

public sealed class MeetingInputTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly MeetingSite meetings = new(site);

    public static TheoryData<string, string, string> BadFields =>
        new()
        {
            { "Suggested", "2026-11-22T01:00Z", "One of the times has passed" },
            { "Suggested", "2026-11-26T01:07Z", "quarter hour" },
            { "Suggested", "2027-11-26T01:00Z", "within 90 days" },
            { "Suggested", "9999-12-31T23:45Z", "within 90 days" },
            { "Suggested", "0001-01-01T00:00Z", "One of the times has passed" },
            { "Suggested", "tomorrow", "both a day and a time" },
            { "Times[0].Date", "2026-11-26", "both a day and a time" },
            { "Times[0].Date", "2026-02-30", "both a day and a time" },
            { "Minutes", "40", "Please choose a length" },
            { "Minutes", "-15", "Please choose a length" },
            { "Minutes", "2147483647", "Please choose a length" },
            { "Message", "   ", "Please fill in this field" },
            { "Message", new string('가', 10_000), "Please write at most 2000 characters" },
            { "Message", "bad\u0007text", "field-error" },
            { "Person", "7c9e6679-7425-40de-944b-e07fc1f90ae7", "Please choose a colleague" },
        };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task Bad_input_is_told_in_words_and_the_form_is_kept(string name, string value, string words)
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var fields = MeetingSite
            .Ask(chinese, MeetingSite.Thursday)
            .Where(field => field.Item1 != name || name == "Suggested")
            .Append((name, value))
            .ToArray();
        using var client = meetings.As(korean);

        using var answer = await client.SubmitAsync(MeetingSite.FormOf(chinese), "/meetings/request", fields);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, html);
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{MeetingSite.Thursday}\" checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_in_any_script_comes_back_unchanged_and_as_text()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        const string Message = "👩‍🔬 𠮷 مرحبا <script>alert(1)</script> 한";
        using var client = meetings.As(korean);
        var fields = MeetingSite.Ask(chinese, MeetingSite.Thursday).Where(field => field.Item1 != "Message").Append(("Message", Message));

        using var answer = await client.SubmitAsync(MeetingSite.FormOf(chinese), "/meetings/request", [.. fields]);

        var html = await meetings.PageAsync(chinese, answer.Headers.Location!.OriginalString);
        Assert.Contains(Message, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_times_are_read_in_the_writers_zone()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        using var client = meetings.As(chinese);

        using var answer = await client.SubmitAsync(
            MeetingSite.FormOf(korean),
            "/meetings/request",
            [.. MeetingSite.Ask(korean), ("Times[0].Date", "2026-11-26"), ("Times[0].Time", "09:15")]
        );

        Assert.Contains(
            "10:15 KST · 09:15 CST",
            await meetings.PageAsync(korean, answer.Headers.Location!.OriginalString),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_twenty_first_open_request_is_refused_until_one_is_withdrawn()
    {
        var korean = await meetings.World.FirmAsync(Country.KR, "한빛소재");
        var pages = new List<string>();
        for (var number = 0; number < 20; number++)
        {
            pages.Add(await meetings.AskedAsync(korean, await meetings.World.FirmAsync(Country.CN, "企业"), MeetingSite.Thursday));
        }

        var last = await meetings.World.FirmAsync(Country.CN, "企业");
        using (var refused = await meetings.AskAsync(korean, last, MeetingSite.Thursday))
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("20 of your requests wait", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (await meetings.StepAsync(korean, pages[0], "withdraw", ("Reason", ""))) { }

        Assert.StartsWith("/meetings/", await meetings.AskedAsync(korean, last, MeetingSite.Thursday), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/meetings?group=Nonsense&page=abc")]
    [InlineData("/meetings?group=Past&page=-5")]
    [InlineData("/meetings?group=Past&page=2147483647")]
    public async Task Nonsense_in_the_address_of_the_list_does_no_harm(string address)
    {
        var (korean, _) = await meetings.FirmsAsync();
        using var client = meetings.As(korean);

        using var answer = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
