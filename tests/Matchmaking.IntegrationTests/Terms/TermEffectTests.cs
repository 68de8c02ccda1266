using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Terms;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Terms;

public sealed class TermEffectTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string NewPage = "/terms/new";

    private readonly World world = new(site);

    [Theory]
    [InlineData("ko", "두 글이 같은 것을 말해요: 곤륜패널갑", "갑")]
    [InlineData("zh-Hans", "双方都提到：昆仑璃板乙", "을")]
    [InlineData("en", "Both name: kunlun pane c", "병")]
    public async Task New_words_make_two_listings_meet_and_their_removal_parts_them(string language, string reason, string mark)
    {
        var (zh, ko, en) = mark switch
        {
            "갑" => ("昆仑璃板甲", "곤륜패널갑", "kunlun pane a"),
            "을" => ("昆仑璃板乙", "곤륜패널을", "kunlun pane b"),
            _ => ("昆仑璃板丙", "곤륜패널병", "kunlun pane c"),
        };
        var me = await FirmAsync(Country.KR, ListingKind.Need, LanguageCode.Ko, $"{ko} 삽니다");
        var partner = await FirmAsync(Country.CN, ListingKind.Offer, LanguageCode.Zh, $"供应{zh}");
        var bystander = await FirmAsync(Country.CN, ListingKind.Offer, LanguageCode.Zh, "供应毛笔");
        var before = await VersionsAsync(partner.Company, bystander.Company);
        Assert.DoesNotContain(reason, await PartnersAsync(me, language));
        using var client = site.ClientFor(await world.ReviewerAsync(Country.CN));

        using var added = await client.SubmitAsync(NewPage, NewPage, ("Zh", zh), ("Ko", ko), ("En", en));
        await site.SettleAsync();

        Assert.Contains(reason, await PartnersAsync(me, language));
        var after = await VersionsAsync(partner.Company, bystander.Company);
        Assert.Equal((before[0] + 1, before[1]), (after[0], after[1]));

        var entry = await EntryAsync(zh);
        Assert.Equal(entry.Version, entry.AppliedVersion);
        await client.SubmitAsync("/terms", $"/terms/{entry.Id}/remove");
        await site.SettleAsync();
        Assert.DoesNotContain(reason, await PartnersAsync(me, language));
    }

    [Fact]
    public async Task Term_that_an_edit_drops_parts_those_who_met_by_it()
    {
        var me = await FirmAsync(Country.KR, ListingKind.Need, LanguageCode.Ko, "설봉합금판 삽니다");
        await FirmAsync(Country.CN, ListingKind.Offer, LanguageCode.Zh, "供应雪峰合板");
        using var client = site.ClientFor(await world.ReviewerAsync(Country.CN));
        await client.SubmitAsync(NewPage, NewPage, ("Zh", "雪峰合板\n雪峰另名"), ("Ko", "설봉합금판"));
        await site.SettleAsync();
        Assert.Contains("Both name", await PartnersAsync(me, "en"));
        var entry = await EntryAsync("雪峰合板");
        var edit = $"/terms/{entry.Id}/edit";

        await client.SubmitAsync(edit, edit, ("Zh", "雪峰另名"), ("Ko", "설봉합금판"), ("Version", $"{entry.Version}"));
        await site.SettleAsync();

        Assert.DoesNotContain("Both name", await PartnersAsync(me, "en"));
    }

    [Fact]
    public async Task Listing_editor_and_code_finder_know_the_new_word_at_once()
    {
        using var client = site.ClientFor(await world.ReviewerAsync(Country.KR));
        await client.SubmitAsync(NewPage, NewPage, ("Zh", "碧海转板"), ("Ko", "벽해전환판"), ("HsCodes", "8504.40"));
        using var firm = site.ClientFor((await world.FirmAsync(Country.KR, "Hanbit")).UserId, "ko");

        Assert.Contains("8504.40", await firm.GetStringAsync($"/listings/hs?q={Uri.EscapeDataString("碧海转板")}"));
    }

    [Fact]
    public async Task Node_that_did_not_make_the_change_takes_it_over()
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var entry = TermEntry.Create(
            "own-from-elsewhere",
            new TermContent { Zh = ["远方来词"], Ko = ["먼데서온말"] },
            Guid.CreateVersion7(),
            now
        );
        await world.AddAsync(entry);

        await Eventually.TrueAsync(() =>
            Task.FromResult(site.Services.GetRequiredService<CurrentGlossary>().Value.Find("own-from-elsewhere") is not null)
        );
    }

    private async Task<World.Member> FirmAsync(Country country, ListingKind kind, LanguageCode language, string title)
    {
        var firm = await world.FirmAsync(country, country == Country.KR ? "한빛" : "澄锂");
        await world.PublishedAsync(
            firm,
            kind,
            new ListingContent
            {
                Language = language,
                Title = title,
                Text = ".",
            }
        );
        await site.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<SaveIndexedChange>().ExecuteAsync(firm.Company, CancellationToken.None);
            return true;
        });
        await site.SettleAsync();
        return firm;
    }

    private async Task<long[]> VersionsAsync(params CompanyId[] firms)
    {
        var versions = await site.WithDatabaseAsync(db =>
            db.Companies.Where(company => firms.Contains(company.Id))
                .ToDictionaryAsync(company => company.Id, company => company.IndexVersion)
        );
        return [.. firms.Select(firm => versions[firm])];
    }

    private async Task<string> PartnersAsync(World.Member reader, string language)
    {
        using var client = site.ClientFor(reader.UserId, language);
        return WebUtility.HtmlDecode(await client.GetStringAsync("/partners"));
    }

    private Task<TermEntry> EntryAsync(string term) =>
        site.WithDatabaseAsync(db => db.Set<TermEntry>().AsNoTracking().SingleAsync(entry => entry.Words.Contains(term)));
}
