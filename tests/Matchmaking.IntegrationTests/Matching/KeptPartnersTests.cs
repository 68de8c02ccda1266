using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.IntegrationTests.Site;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>Lists are kept for a while, and show nothing that has been taken back meanwhile.</summary>
public sealed class KeptPartnersTests(SiteFactory site) : IClassFixture<SiteFactory>, IAsyncLifetime
{
    private readonly World world = new(site);

    /// <summary>An index that has just become complete answers with another list.</summary>
    public async ValueTask InitializeAsync() =>
        await Eventually.TrueAsync(async () =>
            await site.Services.GetRequiredService<IPartnerIndex>().StateAsync(default) == PartnerIndexState.Ready
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task List_is_not_ranked_again_for_a_while_and_then_shows_who_is_new()
    {
        var me = await world.FirmAsync(Country.KR, "한빛");
        await PutAsync(me, ListingKind.Need, "Qkept1");
        var first = await OfferingAsync("Qkept1");
        Assert.Contains(first.Company, await ShownAsync(me));

        var second = await OfferingAsync("Qkept1");

        Assert.DoesNotContain(second.Company, await ShownAsync(me));
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains(second.Company, await ShownAsync(me));
    }

    [Fact]
    public async Task What_is_withdrawn_or_suspended_is_gone_from_a_kept_page_at_once()
    {
        var me = await world.FirmAsync(Country.KR, "새벽");
        await PutAsync(me, ListingKind.Need, "Qkept2");
        var (leaving, suspended) = (await OfferingAsync("Qkept2"), await OfferingAsync("Qkept2"));
        Assert.Superset(new HashSet<CompanyId> { leaving.Company, suspended.Company }, await ShownAsync(me));

        await ChangeAsync(leaving, listing => listing.Withdraw(leaving.UserId, site.Clock.GetUtcNow().UtcDateTime));
        Assert.DoesNotContain(leaving.Company, await ShownAsync(me));

        Assert.Contains(suspended.Company, await ShownAsync(me));
        await ChangeAsync(
            suspended,
            listing => listing.Suspend("Reported by an agency of the other side.", site.Clock.GetUtcNow().UtcDateTime)
        );
        Assert.DoesNotContain(suspended.Company, await ShownAsync(me));
    }

    [Fact]
    public async Task Own_change_shows_at_once()
    {
        var me = await world.FirmAsync(Country.KR, "단결정");
        await PutAsync(me, ListingKind.Need, "Qkept3");
        await ShownAsync(me);
        var partner = await OfferingAsync("Qkept3");
        Assert.DoesNotContain(partner.Company, await ShownAsync(me));

        await PutAsync(me, ListingKind.Offer, "Qkept4");

        Assert.Contains(partner.Company, await ShownAsync(me));
    }

    private async Task<World.Member> OfferingAsync(string word)
    {
        var firm = await world.FirmAsync(Country.CN, "澄锂");
        await PutAsync(firm, ListingKind.Offer, word);
        return firm;
    }

    private async Task PutAsync(World.Member firm, ListingKind kind, string title)
    {
        var content = new ListingContent
        {
            Language = LanguageCode.En,
            Title = title,
            Text = "-",
        };
        await world.PublishedAsync(firm, kind, content);
        await TellAsync(firm);
    }

    private Task<bool> ChangeAsync(World.Member firm, Func<Listing, Result> change) =>
        site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<Core.Data.AppDbContext>();
            Assert.True(change(db.Listings.Single(listing => listing.CompanyId == firm.Company)).Succeeded);
            await services.GetRequiredService<SaveIndexedChange>().ExecuteAsync(firm.Company, CancellationToken.None);
            return true;
        });

    private async Task TellAsync(World.Member firm)
    {
        await site.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<SaveIndexedChange>().ExecuteAsync(firm.Company, CancellationToken.None);
            return true;
        });
        await site.SettleAsync();
    }

    private async Task<HashSet<CompanyId>> ShownAsync(World.Member member)
    {
        var actor = new Actor(member.UserId, "Kim Minji", MembershipRole.Owner, member.Company, null);
        var page = await site.WithServicesAsync(services =>
            services.GetRequiredService<FindPartners>().ExecuteAsync(new PartnersRequest(), actor, CancellationToken.None)
        );
        return [.. page.Value.Partners.Items.Select(row => row.Id)];
    }
}
