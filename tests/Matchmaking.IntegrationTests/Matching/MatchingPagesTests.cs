using System.Net;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

public sealed class MatchingPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Theory]
    [InlineData("ko", "미팅 요청하기")]
    [InlineData("zh-CN", "申请会面")]
    [InlineData("en", "Ask for a meeting")]
    public async Task Partners_page_shows_the_pair_marked_and_leads_to_the_meeting(string language, string action)
    {
        var (me, partner) = await PairAsync($"Qx{language[..2]}7");

        var html = await PageAsync(me, "/partners", language);

        Assert.Contains($"/meetings/request?company={partner.Company}", html);
        Assert.Contains($"<mark>Qx{language[..2]}7</mark>", html);
        Assert.Contains(action, html);
    }

    [Fact]
    public async Task Firm_without_a_listing_is_asked_to_write_one()
    {
        var me = await world.FirmAsync(Country.KR, "새싹");

        Assert.Contains("/listings/new?kind=Offer", await PageAsync(me, "/partners"));
    }

    [Fact]
    public async Task Page_of_a_listing_is_for_its_own_firm_only()
    {
        var (me, partner) = await PairAsync("Qown5");
        var listings = await ListingsOfAsync(partner);
        using var client = site.ClientFor(me.UserId);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/listings/{(await ListingsOfAsync(me))[0]}/partners")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/listings/{listings[0]}/partners")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/listings/{ListingId.New()}/partners")).StatusCode);
    }

    [Theory]
    [InlineData("/partners")]
    [InlineData("/api/partners")]
    public async Task Partners_are_shown_to_members_of_a_firm_only(string address)
    {
        using var stranger = site.ClientFor();
        using var reviewer = site.ClientFor(await world.ReviewerAsync(Country.KR));

        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(address)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await reviewer.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Draft_withdrawn_and_suspended_texts_are_never_found_not_even_before_the_index_knows()
    {
        var (me, partner) = await PairAsync("Qgone3");
        var draft = Listing.Draft(partner.Company, ListingKind.Offer, Content("Qgone3 草稿秘方"), partner.UserId, Now);
        await world.AddAsync(draft);
        await TellAsync(partner);
        Assert.DoesNotContain("草稿秘方", await PageAsync(me, "/partners"));
        Assert.DoesNotContain("草稿秘方", await PageAsync(me, "/search?q=Qgone3"));

        var id = (await ListingsOfAsync(partner))[0];
        await site.WithDatabaseAsync(async db =>
        {
            Assert.True(
                (await db.Listings.SingleAsync(listing => listing.Id == id))
                    .Suspend("Reported by an agency of the other side.", Now)
                    .Succeeded
            );
            (await db.Companies.SingleAsync(company => company.Id == partner.Company)).RaiseIndexVersion();
            return await db.SaveChangesAsync();
        });

        // No message was sent: the index still has it.
        Assert.DoesNotContain(id.ToString(), await PageAsync(me, "/partners"));
        Assert.DoesNotContain(id.ToString(), await PageAsync(me, "/search?q=Qgone3"));
        Assert.DoesNotContain(id.ToString(), await PageAsync(me, "/api/search?q=Qgone3"));
    }

    [Fact]
    public async Task Contact_details_are_in_no_page_no_answer_and_no_index()
    {
        var (me, partner) = await PairAsync("Qsecret9");
        await site.WithDatabaseAsync(async db =>
        {
            var company = await db.Companies.SingleAsync(company => company.Id == partner.Company);
            company.Edit(
                company.Profile,
                new ContactDetails("Zhengmimi Zyx", "zhengmimi@hidden.example", "+86 512-5550-4711"),
                Now,
                partner.UserId
            );
            return await db.SaveChangesAsync();
        });
        await TellAsync(partner);
        string[] secrets = ["Zhengmimi", "hidden.example", "5550-4711"];

        foreach (var address in new[] { "/partners", "/api/partners", "/search?q=Qsecret9", "/api/search?q=Qsecret9" })
        {
            var answer = await PageAsync(me, address);
            Assert.Contains("Qsecret9", answer);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, answer));
        }

        Assert.Contains("/companies/", await PageAsync(me, "/search?q=Qsecret9"));
        foreach (var secret in secrets.Append("zhengmimi"))
        {
            using var found = JsonDocument.Parse(await PageAsync(me, $"/api/search?q={secret}"));
            Assert.Equal(0, found.RootElement.GetProperty("hits").GetProperty("total").GetInt32());
        }
    }

    [Theory]
    [InlineData("锂", "锂")] // one Chinese character inside a longer run
    [InlineData("링", "링")] // one Korean syllable
    [InlineData("氫氧化鋰", "氢氧化锂")] // traditional
    [InlineData("ＱＷＥ８１１", "QWE811")] // full width
    [InlineData("㈜글자검색", "글자검색")] // firm by its name, whatever the legal form
    [InlineData("글자검색 주식회사", "글자검색")]
    [InlineData("2825.20", "氢氧化锂")] // HS code
    public async Task Search_is_right_for_chinese_and_korean(string query, string expected)
    {
        var korean = await world.FirmAsync(Country.KR, "(주)글자검색");
        await world.PublishedAsync(korean, ListingKind.Offer, Content("포커스링 QWE-811"));
        await TellAsync(korean);
        var chinese = await world.FirmAsync(Country.CN, "文字搜索有限公司");
        await world.PublishedAsync(chinese, ListingKind.Need, Content("求购电池级氢氧化锂") with { HsCodes = ["282520"] });
        await TellAsync(chinese);
        using var client = site.ClientFor();

        using var answer = await client.GetAsync($"/search?q={Uri.EscapeDataString(query)}");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("class=\"hit\"", html);
        Assert.Contains(expected, html.Replace("<mark>", string.Empty).Replace("</mark>", string.Empty).Replace("QWE-811", "QWE811"));
    }

    [Fact]
    public async Task Search_of_several_words_leaves_out_texts_that_share_one_general_word()
    {
        var (wanted, other) = (await world.FirmAsync(Country.CN, "甲正"), await world.FirmAsync(Country.CN, "乙包"));
        await world.PublishedAsync(wanted, ListingKind.Offer, Content("高镍正极材料"));
        await world.PublishedAsync(other, ListingKind.Offer, Content("包装材料"));
        await TellAsync(wanted);
        await TellAsync(other);

        var html = await PageAsync(wanted, "/search?q=正极材料");

        Assert.Contains(wanted.Company.ToString(), html);
        Assert.DoesNotContain(other.Company.ToString(), html);
    }

    [Fact]
    public async Task Api_speaks_in_codes_and_plain_identifiers()
    {
        var (me, partner) = await PairAsync("Qapi4");

        using var page = JsonDocument.Parse(await PageAsync(me, "/api/partners"));

        var row = page.RootElement.GetProperty("partners").GetProperty("items")[0];
        Assert.Equal("ranked", page.RootElement.GetProperty("state").GetString());
        Assert.Equal(partner.Company.ToString(), row.GetProperty("id").GetString());
        Assert.Equal("CN", row.GetProperty("country").GetString());
        Assert.Equal("joint-venture", row.GetProperty("modes")[0].GetProperty("value").GetString());
        Assert.Equal("en", row.GetProperty("theyOffer").GetProperty("pairs")[0].GetProperty("theirs").GetProperty("language").GetString());
    }

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=%E2%80%AE%F0%9F%98%80")]
    [InlineData("q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("q=LONG")]
    [InlineData("page=-5&order=x&listing=abc&sector=x&chapter=%00&mode=x&region=x&verified=perhaps&kind=9&country=X&heading=x")]
    [InlineData("page=99999999999999999999")]
    public async Task Strange_questions_never_break_a_page(string query)
    {
        var (me, _) = await PairAsync("Qodd8");
        var sent = query.Replace("LONG", string.Concat(Enumerable.Repeat(Uri.EscapeDataString("锂a "), 700)));

        foreach (var address in new[] { "/partners", "/search", "/api/partners", "/api/search" })
        {
            using var client = site.ClientFor(me.UserId);
            using var answer = await client.GetAsync($"{address}?{sent}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{address} answered {answer.StatusCode}");
            Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync());
        }
    }

    private DateTime Now => site.Clock.GetUtcNow().UtcDateTime;

    private static ListingContent Content(string title) =>
        new()
        {
            Language = LanguageDetector.Detect(title),
            Title = title,
            Text = "-",
            Modes = [CooperationMode.JointVenture],
        };

    /// <summary>A Korean firm that needs, and a Chinese one that offers, what only they call by this name.</summary>
    private async Task<(World.Member Me, World.Member Partner)> PairAsync(string name)
    {
        var (me, partner) = (await world.FirmAsync(Country.KR, "한빛"), await world.FirmAsync(Country.CN, "澄锂"));
        await world.PublishedAsync(me, ListingKind.Need, Content($"{name} dry pump"));
        await world.PublishedAsync(partner, ListingKind.Offer, Content($"{name} vacuum unit"));
        await TellAsync(me);
        await TellAsync(partner);
        return (me, partner);
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

    private Task<List<ListingId>> ListingsOfAsync(World.Member firm) =>
        site.WithDatabaseAsync(db =>
            db.Listings.Where(listing => listing.CompanyId == firm.Company && listing.State == ListingState.Published)
                .Select(listing => listing.Id)
                .ToListAsync()
        );

    private async Task<string> PageAsync(World.Member reader, string address, string language = "en")
    {
        using var client = site.ClientFor(reader.UserId, language);
        using var answer = await client.GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
