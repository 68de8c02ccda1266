using System.Net;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Listings;

public sealed class ListingEditorTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly (string, string)[] Words =
    [
        ("Kind", "Need"),
        ("Title", "고순도 수산화리튬 월 40톤 구매"),
        ("Text", "배터리급, 순도 99.5% 이상"),
        ("HsCodes", "2825.20, ２８３６"),
        ("Modes", "Supply"),
        ("Modes", "JointResearch"),
        ("Certificates", "ISO 9001、IATF 16949"),
        ("Capacity", "월 40톤"),
        ("Regions", "CN-JS"),
        ("ValidUntil", "2026-12-31"),
    ];

    [Fact]
    public async Task Draft_is_written_and_shown_to_its_firm_only()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId);

        using var answer = await client.SubmitAsync("/listings/new?kind=Need", "/listings/new", Words);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var listing = await OnlyAsync(firm.Company);
        Assert.Equal(ListingState.Draft, listing.State);
        Assert.Equal(LanguageCode.Ko, listing.Content.Language);
        Assert.Equal(["282520", "2836"], listing.Content.HsCodes);
        Assert.Equal([CooperationMode.Supply, CooperationMode.JointResearch], listing.Content.Modes);
        Assert.Equal(["ISO 9001", "IATF 16949"], listing.Content.Certificates);
        Assert.Contains("고순도 수산화리튬", await client.GetStringAsync("/listings"));
        Assert.Contains("2825.20", await client.GetStringAsync($"/listings/{listing.Id}/edit"));
        Assert.Contains("고순도 수산화리튬", await client.GetStringAsync($"/listings/{listing.Id}"));

        using var visitor = site.ClientFor();
        using var stranger = site.ClientFor((await world.FirmAsync(Country.CN, "Chengli")).UserId);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/listings/{listing.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/listings/{listing.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/listings/{listing.Id}/edit")).StatusCode);
    }

    [Fact]
    public async Task Form_saves_itself_and_goes_on_at_the_drafts_address()
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId);
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        using var first = await client.SubmitAsync("/listings/new", "/listings/new", ("Title", "이차전지 양극재"));
        var saved = JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement;
        var address = saved.GetProperty("address").GetString()!;
        using var second = await client.SubmitAsync(
            address,
            address,
            ("Title", "이차전지 양극재"),
            ("Text", "월 40톤"),
            ("Version", saved.GetProperty("version").GetRawText())
        );
        using var stale = await client.SubmitAsync(address, address, ("Title", "다른 제목"), ("Version", "1"));

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("이차전지 양극재", (await OnlyAsync(firm.Company)).Content.Title);
        Assert.Equal("Korean", saved.GetProperty("language").GetString());
    }

    [Fact]
    public async Task Stale_edit_says_who_was_faster_and_shows_both_texts()
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId);
        await client.SubmitAsync("/listings/new", "/listings/new", Words);
        var listing = await OnlyAsync(firm.Company);
        var address = $"/listings/{listing.Id}/edit";
        var version = ("Version", $"{listing.Version}");
        await client.SubmitAsync(address, address, ("Kind", "Need"), ("Title", "먼저 저장한 제목"), ("Text", "먼저"), version);

        using var answer = await client.SubmitAsync(address, address, ("Kind", "Need"), ("Title", "늦은 제목"), ("Text", "늦음"), version);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Kim Minji changed this on 2026-11-23", page);
        Assert.Contains("value=\"늦은 제목\"", page);
        Assert.Contains("먼저 저장한 제목", page);
        Assert.Equal("먼저 저장한 제목", (await FindAsync(listing.Id)).Content.Title);
    }

    [Fact]
    public async Task What_an_import_wrote_can_be_opened_and_changed()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var imported = Listing.Draft(
            firm.Company,
            ListingKind.Offer,
            new ListingContent
            {
                Language = LanguageCode.Ko,
                Title = "파일에서 온 글",
                Text = "월 40톤",
            },
            author: Guid.Empty,
            site.Clock.GetUtcNow().UtcDateTime
        );
        await world.AddAsync(imported);
        using var client = site.ClientFor(firm.UserId);

        Assert.Contains("Taken over from a file", await client.GetStringAsync($"/listings/{imported.Id}"));
        Assert.Contains("파일에서 온 글", await client.GetStringAsync($"/listings/{imported.Id}/edit"));
        using var stale = await client.SubmitAsync(
            $"/listings/{imported.Id}/edit",
            $"/listings/{imported.Id}/edit",
            ("Kind", "Offer"),
            ("Title", "새 제목"),
            ("Text", "월 50톤"),
            ("Version", "7")
        );
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("value=\"새 제목\"", await stale.Content.ReadAsStringAsync());
    }

    public static TheoryData<string, string, HttpStatusCode> Unusual() =>
        new()
        {
            { "Title", "😀 <script>alert(1)</script> \u202Eabc e\u0301 𠮷", HttpStatusCode.Redirect },
            { "Title", new string('가', 10_000), HttpStatusCode.UnprocessableEntity },
            { "Text", new string('文', 10_000), HttpStatusCode.UnprocessableEntity },
            { "Text", "a\u0001b", HttpStatusCode.UnprocessableEntity },
            { "Text", "a\0b", HttpStatusCode.UnprocessableEntity },
            { "Text", "lone \uD83D surrogate", HttpStatusCode.UnprocessableEntity },
            { "Kind", "Gift", HttpStatusCode.UnprocessableEntity },
            { "Kind", "7", HttpStatusCode.UnprocessableEntity },
            { "Language", "fr", HttpStatusCode.UnprocessableEntity },
            { "HsCodes", "9999.99, 배터리", HttpStatusCode.UnprocessableEntity },
            { "HsCodes", new string('8', 10_000), HttpStatusCode.UnprocessableEntity },
            { "Modes", "Barter", HttpStatusCode.UnprocessableEntity },
            { "Regions", "KR-11", HttpStatusCode.UnprocessableEntity },
            { "Regions", "<b>", HttpStatusCode.UnprocessableEntity },
            { "Certificates", new string('C', 10_000), HttpStatusCode.UnprocessableEntity },
            { "ValidUntil", "2026-11-22", HttpStatusCode.UnprocessableEntity },
            { "ValidUntil", "2026-02-31", HttpStatusCode.UnprocessableEntity },
            { "ValidUntil", "내일", HttpStatusCode.UnprocessableEntity },
            { "Version", "x", HttpStatusCode.UnprocessableEntity },
        };

    [Theory]
    [MemberData(nameof(Unusual))]
    public async Task Any_input_is_stored_or_answered_with_a_message_and_kept(string field, string value, HttpStatusCode expected)
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId, "ko");
        var fields = Words.Where(word => word.Item1 != field).Append((field, value)).ToArray();

        using var answer = await client.SubmitAsync("/listings/new", "/listings/new", fields);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", page);
        if (expected == HttpStatusCode.UnprocessableEntity)
        {
            Assert.Contains("role=\"alert\"", page);
            Assert.DoesNotContain("The value", page);
            Assert.Contains(field == "Capacity" ? "배터리급" : "월 40톤", page);
        }
        else if (expected == HttpStatusCode.Redirect)
        {
            var shown = await client.GetStringAsync($"/listings/{(await OnlyAsync(firm.Company)).Id}");
            Assert.DoesNotContain("<script>alert", shown);
        }
    }

    [Fact]
    public async Task Incomplete_text_is_kept_as_a_draft_and_not_submitted()
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId);

        using var answer = await client.SubmitAsync("/listings/new", "/listings/new", ("Title", "양극재"), ("step", "submit"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Please write a description.", await answer.Content.ReadAsStringAsync());
        Assert.Equal(ListingState.Draft, (await OnlyAsync(firm.Company)).State);
    }

    [Theory]
    [InlineData("submit")]
    [InlineData("save")]
    public async Task Where_nothing_is_written_nothing_is_stored(string step)
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId);

        using var answer = await client.SubmitAsync(
            "/listings/new?kind=Need",
            "/listings/new",
            ("Kind", "Need"),
            ("Title", " "),
            ("Text", string.Empty),
            ("HsCodes", string.Empty),
            ("ValidUntil", string.Empty),
            ("Version", "0"),
            ("step", step)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("id=\"Title-error\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"Text-error\"", page, StringComparison.Ordinal);
        Assert.Matches("value=\"Need\"[^>]*checked", page);
        Assert.False(await site.WithDatabaseAsync(db => db.Listings.AnyAsync(listing => listing.CompanyId == firm.Company)));
    }

    [Fact]
    public async Task One_thing_chosen_is_enough_for_a_draft()
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId);

        using var answer = await client.SubmitAsync("/listings/new", "/listings/new", ("Modes", "Supply"), ("step", "save"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal([CooperationMode.Supply], (await OnlyAsync(firm.Company)).Content.Modes);
    }

    private Task<Listing> OnlyAsync(CompanyId company) =>
        site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.CompanyId == company));

    private Task<Listing> FindAsync(ListingId id) => site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.Id == id));
}
