using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Meetings;
using Matchmaking.IntegrationTests.Site;
using Matchmaking.Web.Security;
using Xunit;

namespace Matchmaking.IntegrationTests.Security;

/// <summary>Whatever stands in a text field, the form comes back filled in with a message at the field, or the text is kept as it is.</summary>
public sealed partial class UnreadableTextTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Kept = "그대로 남아야 할 글 保留";

    private readonly World world = new(site);

    public static TheoryData<string, string> Texts() =>
        new()
        {
            { "a%00b", "refused" },
            { "%00", "refused" },
            { "a%01b", "refused" },
            { "a%0Bb", "refused" },
            { "a%7Fb", "refused" },
            { "a%C2%85b", "refused" },
            { "%F0%9F%98%80 %E2%80%8F%D7%90%E2%80%8E %F0%A0%AE%B7", "kept" },
            { "half %ED%A0%BD of a pair", "answered" },
            { "%FF%FE%", "answered" },
            { "%EF%BF%BF", "answered" },
            { string.Concat(Enumerable.Repeat("%EA%B0%80", 10_000)), "refused" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Listing_keeps_what_was_typed(string text, string outcome)
    {
        using var client = site.ClientFor((await world.FirmAsync(Country.KR, "한빛소재")).UserId, "zh-CN");

        await CheckAsync(client, "/listings/new", "/listings/new", "Title", text, outcome, ("Kind", "Need"), ("Text", Kept));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Firm_keeps_what_was_typed(string text, string outcome)
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var client = site.ClientFor(firm.UserId, "ko");
        var page = $"/companies/{firm.Company}/edit";

        await CheckAsync(
            client,
            page,
            page,
            "NameKo",
            text,
            outcome,
            ("Revision", "1"),
            ("NameLatin", "Hanbit Materials"),
            ("Sector", "batteries"),
            ("Region", "KR-28"),
            ("ContactPerson", "Kim"),
            ("ContactEmail", "sales@example.com"),
            ("ContactPhone", "+82 2-555-0100"),
            ("AboutLanguage", "Ko"),
            ("About", Kept)
        );
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Invitation_and_search_never_break(string text, string outcome)
    {
        _ = outcome;
        using var client = site.ClientFor((await world.FirmAsync(Country.KR, "한빛소재")).UserId);
        using var invited = await SendAsync(client, "/members", "/members/invitations", "Email", text, [("Role", "Member")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, invited.StatusCode);
        using var found = await client.GetAsync(new Uri($"/search?q={text[..Math.Min(text.Length, 1800)]}", UriKind.Relative));
        Assert.True((int)found.StatusCode < 500);
    }

    [Fact]
    public async Task Request_for_a_meeting_keeps_its_message_and_times()
    {
        var meetings = new MeetingSite(site);
        var (korean, chinese) = await meetings.FirmsAsync();
        using var client = meetings.As(korean);
        var fields = MeetingSite.Ask(chinese, MeetingSite.Thursday).Where(field => field.Item1 != "Message").ToArray();

        using var answer = await SendAsync(client, MeetingSite.FormOf(chinese), "/meetings/request", "Message", "LiOH%00 40 t", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("LiOH\uFFFD 40 t", page);
        Assert.Contains("cannot be stored", page);
    }

    [Theory]
    [InlineData("a=b%00c", "a=b%EF%BF%BDc")]
    [InlineData("%00%00%%00%0", "%EF%BF%BD%EF%BF%BD%%EF%BF%BD%0")]
    [InlineData("a\0", "a%EF%BF%BD")]
    [InlineData("100%0a%2500", "100%0a%2500")]
    [InlineData("", "")]
    public async Task Nul_is_found_wherever_the_reads_are_cut(string form, string expected)
    {
        foreach (var length in new[] { 1, 2, 3, 4096 })
        {
            await using var body = new NulFreeFormStream(new Morsels(Encoding.UTF8.GetBytes(form), length));
            using var reader = new StreamReader(body);
            Assert.Equal(expected, await reader.ReadToEndAsync());
        }
    }

    private static async Task CheckAsync(
        HttpClient client,
        string page,
        string action,
        string field,
        string text,
        string outcome,
        params (string Name, string Value)[] others
    )
    {
        using var answer = await SendAsync(client, page, action, field, text, others);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity });
        var isRefused = answer.StatusCode == HttpStatusCode.UnprocessableEntity;
        Assert.True(outcome == "answered" || isRefused == (outcome == "refused"));
        if (isRefused)
        {
            var shown = await answer.Content.ReadAsStringAsync();
            Assert.Contains($"id=\"{field}-error\"", shown);
            Assert.Contains(Kept, shown);
        }
    }

    /// <param name="text">URL-encoded by the test, since no client would write it so.</param>
    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        string page,
        string action,
        string field,
        string text,
        IEnumerable<(string Name, string Value)> others
    )
    {
        var token = Token().Match(await client.GetStringAsync(page)).Groups["token"].Value;
        var rest = others.Append((Name: "__RequestVerificationToken", Value: token));
        using var body = new StringContent(
            string.Join('&', rest.Select(item => $"{item.Name}={Uri.EscapeDataString(item.Value)}").Prepend($"{field}={text}")),
            Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );
        return await client.PostAsync(new Uri(action, UriKind.Relative), body);
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();

    private sealed class Morsels(byte[] content, int length) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(length, buffer.Length)], cancellationToken);
    }
}
