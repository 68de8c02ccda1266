using System.Net;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Listings;

public sealed class ListingPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("edit")]
    [InlineData("withdraw")]
    [InlineData("renew")]
    [InlineData("duplicate")]
    [InlineData("discard")]
    public async Task Nobody_moves_the_listing_of_another_firm(string step)
    {
        var world = new World(site);
        var id = await world.PublishedAsync(await world.FirmAsync(Country.KR, "Hanbit"), ListingKind.Offer, Content());
        using var stranger = site.ClientFor((await world.FirmAsync(Country.KR, "Daon")).UserId);

        using var answer = await stranger.SubmitAsync("/listings/new", $"/listings/{id}/{step}", ("Title", "x"), ("version", "1"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(ListingState.Published, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Published_listing_is_open_to_all_in_its_own_language_with_names_in_the_readers()
    {
        var world = new World(site);
        var id = await world.PublishedAsync(await world.FirmAsync(Country.CN, "Chengli"), ListingKind.Offer, Content());
        using var visitor = site.ClientFor(language: "ko");

        var page = await visitor.GetStringAsync($"/listings/{id}");

        Assert.Contains("<h1 lang=\"zh-Hans\">电池级氢氧化锂</h1>", page);
        Assert.Contains("2825.20", page);
        Assert.Contains("공급", page);
        Assert.Contains("&lt;b&gt;现货", page);
    }

    [Fact]
    public async Task Published_listing_leads_the_other_side_to_a_meeting_request()
    {
        var world = new World(site);
        var owner = await world.FirmAsync(Country.CN, "Chengli");
        var id = await world.PublishedAsync(owner, ListingKind.Offer, Content());
        using var partner = site.ClientFor((await world.FirmAsync(Country.KR, "Hanbit")).UserId);
        using var visitor = site.ClientFor();
        var request = $"/meetings/request?company={owner.Company}&amp;listing={id}";

        Assert.Contains(request, await partner.GetStringAsync($"/listings/{id}"));
        Assert.DoesNotContain(request, await visitor.GetStringAsync($"/listings/{id}"));
        using var form = await partner.GetAsync(request.Replace("&amp;", "&", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
    }

    [Fact]
    public async Task Live_listing_is_withdrawn_and_the_index_is_told()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        var id = await world.PublishedAsync(firm, ListingKind.Offer, Content());
        using var client = site.ClientFor(firm.UserId);

        using var answer = await client.SubmitAsync($"/listings/{id}", $"/listings/{id}/withdraw");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(ListingState.Withdrawn, (await FindAsync(id)).State);
        Assert.Equal(
            2,
            await site.WithDatabaseAsync(db =>
                db.Companies.Where(item => item.Id == firm.Company).Select(item => item.IndexVersion).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Draft_is_copied_and_deleted()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        var id = await world.PublishedAsync(firm, ListingKind.Offer, Content());
        using var client = site.ClientFor(firm.UserId);

        using var copied = await client.SubmitAsync($"/listings/{id}", $"/listings/{id}/duplicate");
        var draft = await site.WithDatabaseAsync(db => db.Listings.SingleAsync(item => item.CompanyId == firm.Company && item.Id != id));
        using var deleted = await client.SubmitAsync(
            $"/listings/{draft.Id}",
            $"/listings/{draft.Id}/discard",
            ("version", $"{draft.Version}")
        );

        Assert.Equal($"/listings/{draft.Id}/edit", copied.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);
        Assert.Equal(id, (await OnlyAsync(firm.Company)).Id);
    }

    [Theory]
    [InlineData("리튬")]
    [InlineData("氢氧化锂")]
    [InlineData("battery")]
    [InlineData("8507")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Hs_codes_are_found_by_number_or_by_name(string query)
    {
        var firm = await new World(site).FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId, "ko");

        var page = await client.GetStringAsync($"/listings/hs?q={Uri.EscapeDataString(query)}");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var json = JsonDocument.Parse(await client.GetStringAsync($"/listings/hs?q={Uri.EscapeDataString(query)}")).RootElement;

        Assert.DoesNotContain("<script>alert", page);
        Assert.Equal(!query.StartsWith('<'), json.GetArrayLength() > 0);
    }

    private static ListingContent Content() =>
        new()
        {
            Language = LanguageCode.Zh,
            Title = "电池级氢氧化锂",
            Text = "每月 40 吨 <b>现货</b>",
            HsCodes = ["282520"],
        };

    private Task<Listing> OnlyAsync(CompanyId company) =>
        site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.CompanyId == company));

    private Task<Listing> FindAsync(ListingId id) => site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.Id == id));
}
