using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Expos;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Localization;

public sealed class KeptDateTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("en", "until <span class=\"together\">2027-02-10</span> (Wed)")]
    [InlineData("ko", "<span class=\"together\">2027-02-10</span> (수)")]
    [InlineData("zh-Hans", "<span class=\"together\">2027年2月10日</span><span class=\"together\">（周三）</span>")]
    public async Task Date_in_a_narrow_list_stays_on_one_line(string language, string kept)
    {
        var expos = new ExpoWorld(site, ("PreferencesUntil", "2027-02-10"));
        var firm = await expos.VerifiedAsync(Country.KR, $"Hanbit{language}");
        await expos.InvitedAsync(firm);
        using var client = site.ClientFor(firm.UserId, language);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/"));
        Assert.Contains(kept, page);
        Assert.DoesNotContain("keep-dates", page);
    }
}
