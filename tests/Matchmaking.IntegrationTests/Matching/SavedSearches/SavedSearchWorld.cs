using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.SavedSearches;

/// <summary>Firms that fit each other by a word that nobody else uses, and a person who saves what is asked.</summary>
internal sealed class SavedSearchWorld(SiteFactory site)
{
    private readonly World world = new(site);

    public async Task<World.Member> NeedingAsync(string word)
    {
        var me = await world.FirmAsync(Country.KR, "한빛");
        await PublishAsync(me, ListingKind.Need, $"{word} dry pump");
        return me;
    }

    public async Task<World.Member> OfferingAsync(string word, string name)
    {
        var partner = await world.FirmAsync(Country.CN, name);
        await PublishAsync(partner, ListingKind.Offer, $"{word} paper box");
        return partner;
    }

    /// <returns>The id of the one that is now there.</returns>
    public async Task<SavedSearchId> SaveAsync(
        World.Member me,
        string name,
        SavedSearchAlert alert = SavedSearchAlert.None,
        string page = "/partners"
    )
    {
        using var client = site.ClientFor(me.UserId);
        using var answer = await client.SubmitAsync(page, "/saved-searches" + page, ("Name", name), ("Alert", $"{alert}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(page, answer.Headers.Location!.OriginalString);
        return await site.WithDatabaseAsync(db =>
            db.Set<SavedSearch>()
                .Where(search => search.UserId == me.UserId && search.Name == name)
                .Select(search => search.Id)
                .SingleAsync()
        );
    }

    public async Task<string> PageAsync(World.Member reader, string address, string language = "en")
    {
        using var client = site.ClientFor(reader.UserId, language);
        using var answer = await client.GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until the worker, after the clock was moved, has brought it onto the page.</summary>
    public Task ShowsAsync(World.Member reader, string address, string text) =>
        Eventually.TrueAsync(async () => (await PageAsync(reader, address)).Contains(text, StringComparison.Ordinal));

    private async Task PublishAsync(World.Member firm, ListingKind kind, string title)
    {
        await world.PublishedAsync(
            firm,
            kind,
            new ListingContent
            {
                Language = LanguageDetector.Detect(title),
                Title = title,
                Text = "-",
            }
        );
        await site.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<SaveIndexedChange>().ExecuteAsync(firm.Company, CancellationToken.None);
            return true;
        });
        await site.SettleAsync();
    }
}
