using System.Net;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Listings;

public sealed class UnderstandingTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string NewPage = "/listings/new?kind=Need";

    private static readonly (string, string)[] Words =
    [
        ("Kind", "Need"),
        ("Title", "고순도 수산화리튬 구매"),
        ("Text", "인버터도 찾습니다"),
    ];

    [Fact]
    public async Task Editor_shows_what_it_understands_in_three_languages_with_the_word_and_its_codes()
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId, "ko");
        Assert.DoesNotContain("name=\"Struck\"", await client.GetStringAsync(NewPage));

        await client.SubmitAsync(NewPage, "/listings/new", Words);
        var page = await client.GetStringAsync($"/listings/{(await OnlyAsync(firm.Company)).Id}/edit");

        Assert.Contains("value=\"lithium-hydroxide\"", page);
        Assert.Contains("氢氧化锂", page);
        Assert.Contains("lithium hydroxide", page);
        Assert.Contains("<q class=\"original\">인버터</q>", page);
        Assert.Contains("name=\"Suggested\" value=\"2825.20\"", page);
    }

    [Fact]
    public async Task Ticked_code_joins_the_others_and_is_suggested_no_more()
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId, "ko");

        await client.SubmitAsync(NewPage, "/listings/new", [.. Words, ("HsCodes", "2836"), ("Suggested", "2825.20")]);

        var listing = await OnlyAsync(firm.Company);
        Assert.Equal(["2836", "282520"], listing.Content.HsCodes);
        var part = await client.GetStringAsync($"/listings/{listing.Id}/understood");
        Assert.DoesNotContain("2825.20", part);
        Assert.DoesNotContain("<html", part);
    }

    [Fact]
    public async Task Struck_concept_stays_struck_through_saves_publication_and_copies()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId, "ko");
        await client.SubmitAsync(NewPage, "/listings/new", [.. Words, ("Struck", "lithium-hydroxide")]);
        var draft = await OnlyAsync(firm.Company);
        Assert.Equal(["lithium-hydroxide"], draft.Content.StruckConcepts);
        var page = await client.GetStringAsync($"/listings/{draft.Id}/edit");
        Assert.Matches("value=\"lithium-hydroxide\"[^>]*checked", page);
        Assert.DoesNotContain("value=\"2825.20\"", page);

        var address = $"/listings/{draft.Id}/edit";
        await client.SubmitAsync(address, address, [.. Words, ("Version", $"{draft.Version}")]);
        Assert.Empty((await OnlyAsync(firm.Company)).Content.StruckConcepts);

        var published = await world.PublishedAsync(firm, ListingKind.Need, draft.Content);
        await client.SubmitAsync($"/listings/{published}", $"/listings/{published}/duplicate");
        var edit = $"/listings/{published}/edit";
        var version = await site.WithDatabaseAsync(db =>
            db.Listings.Where(item => item.Id == published).Select(item => item.Version).SingleAsync()
        );
        await client.SubmitAsync(edit, edit, [.. Words, ("Struck", "lithium-hydroxide"), ("Struck", "battery"), ("Version", $"{version}")]);
        var listings = await site.WithDatabaseAsync(db => db.Listings.Where(item => item.CompanyId == firm.Company).ToListAsync());
        Assert.Equal(2, listings.Count(item => item.Content.StruckConcepts.SequenceEqual(["lithium-hydroxide"])));
        Assert.Equal(["lithium-hydroxide", "battery"], listings.Single(item => item.Id == published).Working.StruckConcepts);
    }

    [Fact]
    public async Task Part_of_the_form_is_its_firms_own()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId);
        await client.SubmitAsync(NewPage, "/listings/new", Words);
        using var stranger = site.ClientFor((await world.FirmAsync(Country.CN, "Chengli")).UserId);

        using var answer = await stranger.GetAsync($"/listings/{(await OnlyAsync(firm.Company)).Id}/understood");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("이륜차", "8711")]
    [InlineData("셋톱박스", "8528.71")]
    [InlineData("인버터", "8504.40")]
    public async Task Words_of_the_glossary_lead_to_codes_with_names_in_the_readers_language(string query, string code)
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId, "zh-Hans");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        var first = JsonDocument.Parse(await client.GetStringAsync($"/listings/hs?q={Uri.EscapeDataString(query)}")).RootElement[0];

        Assert.Equal(code, first.GetProperty("code").GetString());
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", first.GetProperty("name").GetString());
    }

    private Task<Listing> OnlyAsync(CompanyId company) =>
        site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.CompanyId == company));
}
