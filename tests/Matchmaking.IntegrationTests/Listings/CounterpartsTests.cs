using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Listings;

public sealed class CounterpartsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string NewPage = "/listings/new?kind=Need";

    [Theory]
    [InlineData("en", "quixobar", "Firms in China that have something for this: 1", "No firm in China fits these words yet.")]
    [InlineData("ko", "zembrilo", "이 수요에 맞는 것이 있는 중국 기업: 1곳", "아직 이 내용에 맞는 중국 기업이 없어요.")]
    [InlineData("zh-Hans", "wuvatrix", "中国能满足此需求的企业：1家", "中国暂时没有与这些内容相符的企业。")]
    public async Task Editor_says_how_many_firms_of_the_other_country_fit_what_is_saved(
        string language,
        string word,
        string one,
        string none
    )
    {
        var world = new World(site);
        foreach (var country in new[] { Country.CN, Country.KR })
        {
            var other = await world.FirmAsync(country, "澄锂");
            await world.PublishedAsync(other, ListingKind.Offer, Content(word));
            await site.WithServicesAsync(async services =>
            {
                await services.GetRequiredService<SaveIndexedChange>().ExecuteAsync(other.Company, CancellationToken.None);
                return true;
            });
        }

        await site.SettleAsync();
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        using var client = site.ClientFor(firm.UserId, language);
        await client.SubmitAsync(NewPage, "/listings/new", ("Kind", "Need"), ("Title", word), ("Text", "2"));
        var listing = await site.WithDatabaseAsync(db => db.Listings.SingleAsync(item => item.CompanyId == firm.Company));
        var edit = $"/listings/{listing.Id}/edit";

        Assert.Contains(one, WebUtility.HtmlDecode(await client.GetStringAsync(edit)));
        await client.SubmitAsync(edit, edit, ("Kind", "Need"), ("Title", "zzyzx"), ("Text", "2"), ("Version", $"{listing.Version}"));
        var part = WebUtility.HtmlDecode(await client.GetStringAsync($"/listings/{listing.Id}/counterparts"));

        Assert.Contains(none, part);
        Assert.Contains("HS", part);
        Assert.DoesNotContain("<html", part);
        using var stranger = site.ClientFor((await world.FirmAsync(Country.CN, "Chengli")).UserId);
        using var answer = await stranger.GetAsync($"/listings/{listing.Id}/counterparts");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static ListingContent Content(string title) =>
        new()
        {
            Language = LanguageCode.En,
            Title = title,
            Text = ".",
        };
}
