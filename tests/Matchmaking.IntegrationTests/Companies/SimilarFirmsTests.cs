using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Companies;

public sealed class SimilarFirmsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Agency_sees_firms_that_are_probably_the_same_with_the_reason_and_nobody_else_does()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "가온전자(주)");
        var twin = await world.FirmAsync(Country.KR, "加溫電子");
        var other = await world.FirmAsync(Country.KR, "다온전자");
        var abroad = await world.FirmAsync(Country.CN, "加温电子");
        var address = $"/companies/{firm.Company}";
        var hint = $"href=\"/companies/{twin.Company}\"";
        using var agency = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var foreign = site.ClientFor(await world.ReviewerAsync(Country.CN));
        using var owner = site.ClientFor(firm.UserId);
        using var visitor = site.ClientFor();

        var page = await agency.GetStringAsync(address);

        Assert.Contains(hint, page);
        Assert.Contains("Its Chinese characters are read in Korean as the other name is written", page);
        Assert.Contains("85%", page);
        Assert.DoesNotContain($"{other.Company}", page);
        Assert.DoesNotContain($"{abroad.Company}", page);
        foreach (var viewer in new[] { foreign, owner, visitor })
        {
            Assert.DoesNotContain(hint, await viewer.GetStringAsync(address));
        }
    }
}
