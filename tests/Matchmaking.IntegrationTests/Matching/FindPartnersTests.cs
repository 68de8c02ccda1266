using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.IntegrationTests.Site;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

public sealed class FindPartnersTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task Partners_of_the_other_country_come_in_the_order_of_their_fit_with_reasons_that_add_up()
    {
        var me = await world.FirmAsync(Country.KR, "한빛");
        var need = await PutAsync(me, ListingKind.Need, "고순도 수산화리튬 LiOH 구매", ["282520"]);
        await PutAsync(me, ListingKind.Offer, "NCM811 양극재 소성 기술");
        var best = await world.FirmAsync(Country.CN, "澄锂");
        await PutAsync(best, ListingKind.Offer, "电池级氢氧化锂 LiOH", ["282520"]);
        await PutAsync(best, ListingKind.Need, "求购 NCM811 正极材料");
        var half = await world.FirmAsync(Country.CN, "汇能");
        await PutAsync(half, ListingKind.Offer, "氢氧化锂 LiOH", ["282590"]);
        var compatriot = await world.FirmAsync(Country.KR, "새벽");
        await PutAsync(compatriot, ListingKind.Offer, "수산화리튬 LiOH", ["282520"]);

        var page = await FindAsync(me, new PartnersRequest());

        Assert.Equal(PartnersState.Ranked, page.State);
        var ids = page.Partners.Items.Select(row => row.Id).ToList();
        Assert.True(ids.IndexOf(best.Company) >= 0 && ids.IndexOf(best.Company) < ids.IndexOf(half.Company));
        Assert.DoesNotContain(compatriot.Company, ids);
        Assert.DoesNotContain(me.Company, ids);
        var row = page.Partners.Items.Single(row => row.Id == best.Company);
        var pair = Assert.Single(row.TheyOffer.Pairs);
        Assert.Equal(need, pair.Mine.Id);
        Assert.Equal("수산화리튬 LiOH", Marked(pair.Mine));
        Assert.Equal("电池级氢氧化锂 LiOH", Marked(pair.Theirs));
        Assert.Contains(pair.Reasons, reason => reason.Key == "hs-subheading" && reason.Arguments is ["282520"]);
        Assert.Contains(pair.Reasons, reason => reason.Key == "concept" && reason.Arguments.Contains("lithium-hydroxide"));
        Assert.Contains(pair.Reasons, reason => reason.Key == "words" && reason.Arguments.Contains("LiOH"));
        Assert.All(
            row.TheyOffer.Pairs.Concat(row.TheyNeed.Pairs),
            item => Assert.Equal(item.Score, item.Reasons.Sum(reason => reason.Points), precision: 6)
        );
        Assert.True(row.TheyOffer.Decides ^ row.TheyNeed.Decides);
    }

    [Fact]
    public async Task Firm_without_a_live_listing_is_told_so()
    {
        var me = await world.FirmAsync(Country.KR, "무명");
        Assert.Equal(PartnersState.NoListing, (await FindAsync(me, new PartnersRequest())).State);

        await site.WithDatabaseAsync(async db =>
        {
            db.Add(Listing.Draft(me.Company, ListingKind.Need, Content("동박"), me.UserId, site.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(PartnersState.NothingLive, (await FindAsync(me, new PartnersRequest())).State);
    }

    [Fact]
    public async Task One_listing_has_a_page_of_its_own_and_a_foreign_one_has_none()
    {
        var me = await world.FirmAsync(Country.KR, "단결정");
        var need = await PutAsync(me, ListingKind.Need, "OLED 증착 마스크 FMM");
        var other = await PutAsync(me, ListingKind.Need, "사파이어 잉곳 KY");
        var (ofNeed, ofOther) = (await world.FirmAsync(Country.CN, "精掩"), await world.FirmAsync(Country.CN, "蓝宝"));
        await PutAsync(ofNeed, ListingKind.Offer, "OLED 蒸镀用 FMM");
        var foreign = await PutAsync(ofOther, ListingKind.Offer, "KY 法蓝宝石");

        var page = await ForListingAsync(me, need);
        var refused = await ForListingAsync(me, foreign);

        Assert.Equal([ofNeed.Company], page.Value.Partners.Items.Select(row => row.Id));
        Assert.Equal(ErrorKind.NotFound, refused.Errors[0].Kind);
        Assert.Equal([(need, true), (other, false)], page.Value.Listings.Select(choice => (choice.Id, choice.Chosen)));
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_their_own_counts_stay()
    {
        var me = await world.FirmAsync(Country.KR, "필터");
        await PutAsync(me, ListingKind.Need, "ZrO2 볼밀 비드");
        var (plain, verified) = (await world.FirmAsync(Country.CN, "甲锆"), await world.FirmAsync(Country.CN, "乙锆"));
        await PutAsync(plain, ListingKind.Offer, "ZrO2 研磨珠", ["690912"]);
        await VerifyAsync(verified);
        await PutAsync(verified, ListingKind.Offer, "ZrO2 微珠", ["850760"]);

        var all = await FindAsync(me, new PartnersRequest());
        var checkedOnly = await FindAsync(me, new PartnersRequest { VerifiedOnly = true });
        var chapter = await FindAsync(me, new PartnersRequest { Chapters = ["69"] });
        var words = await FindAsync(me, new PartnersRequest { Text = "微珠" });

        Assert.Equal(2, all.Partners.Total);
        Assert.Equal([verified.Company], checkedOnly.Partners.Items.Select(row => row.Id));
        Assert.Equal((1, true), (checkedOnly.Facets.Verified.Count, checkedOnly.Facets.Verified.Chosen));
        Assert.NotEmpty(checkedOnly.Partners.Items[0].Verified);
        Assert.Equal([plain.Company], chapter.Partners.Items.Select(row => row.Id));
        Assert.Equal(["69", "85"], chapter.Facets.Chapters.Select(facet => facet.Value));
        Assert.Equal([verified.Company], words.Partners.Items.Select(row => row.Id));
    }

    [Fact]
    public async Task Improvement_names_what_would_raise_the_score()
    {
        var me = await world.FirmAsync(Country.KR, "개선");
        await PutAsync(me, ListingKind.Offer, "PZT 압전 액추에이터");
        var buyer = await world.FirmAsync(Country.CN, "压电");
        await PutAsync(buyer, ListingKind.Need, "求购 PZT 压电致动器", ["854160"], certificate: "IATF 16949");

        var row = Assert.Single((await FindAsync(me, new PartnersRequest())).Partners.Items);

        Assert.Contains(row.Raises, raise => raise.Key == "hs" && raise.Arguments is ["854160"] && raise.Points > 0);
        Assert.Contains(row.Raises, raise => raise.Key == "certificate" && raise.Arguments is ["IATF 16949"]);
    }

    private static string Marked(MatchedListing listing) =>
        string.Join(' ', listing.TitleMarks.Select(mark => listing.Title[mark.Start..mark.End]));

    private static ListingContent Content(string title, string[]? codes = null, string? certificate = null) =>
        new()
        {
            Language = Core.Language.LanguageDetector.Detect(title),
            Title = title,
            Text = "-",
            HsCodes = codes ?? [],
            Certificates = certificate is null ? [] : [certificate],
        };

    private async Task<ListingId> PutAsync(
        World.Member firm,
        ListingKind kind,
        string title,
        string[]? codes = null,
        string? certificate = null
    )
    {
        var listing = await world.PublishedAsync(firm, kind, Content(title, codes, certificate));
        await TellAsync(firm);
        return listing;
    }

    private async Task VerifyAsync(World.Member firm)
    {
        var agency = new Agency { Country = Country.CN, Names = new LocalizedText("商务局", "상무국", "Bureau of Commerce") };
        await site.WithDatabaseAsync(async db =>
        {
            db.Add(agency);
            var company = await db.Companies.FindAsync(firm.Company);
            company!.RecordEvidence(new Evidence(EvidenceClaim.Existence, "Register", agency.Id, site.Clock.GetUtcNow().UtcDateTime, null));
            return await db.SaveChangesAsync();
        });
    }

    private async Task TellAsync(World.Member firm)
    {
        await site.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<SaveIndexedChange>().ExecuteAsync(firm.Company, CancellationToken.None);
            return true;
        });
        await site.SettleAsync();
    }

    private static Actor ActorOf(World.Member member) => new(member.UserId, "Kim Minji", MembershipRole.Owner, member.Company, null);

    private async Task<PartnersPage> FindAsync(World.Member member, PartnersRequest request) =>
        (
            await site.WithServicesAsync(services =>
                services.GetRequiredService<FindPartners>().ExecuteAsync(request, ActorOf(member), CancellationToken.None)
            )
        ).Value;

    private Task<Result<PartnersPage>> ForListingAsync(World.Member member, ListingId listing) =>
        site.WithServicesAsync(services =>
            services
                .GetRequiredService<FindPartnersForListing>()
                .ExecuteAsync(listing, new PartnersRequest(), ActorOf(member), CancellationToken.None)
        );
}
