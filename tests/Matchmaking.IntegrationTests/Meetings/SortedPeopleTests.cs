using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Meetings;

/// <summary>Databases sort by code point; people look for a colleague in their own alphabet.</summary>
public sealed class SortedPeopleTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("zh-Hans", "陈伟|李娜|王芳|张敏")]
    [InlineData("ko", "강하늘|김민지|이서연|Alice Kim")]
    [InlineData("en", "Alice Kim|émile|Zoe")]
    public async Task Colleagues_stand_in_the_order_of_the_readers_language(string language, string names)
    {
        var sorted = names.Split('|');
        var meetings = new MeetingSite(site);
        var (asking, asked) = await meetings.FirmsAsync();
        foreach (var name in sorted.Order(StringComparer.Ordinal).Reverse())
        {
            await meetings.World.ColleagueAsync(asking.Company, name, MembershipRole.Member);
        }

        var page = await meetings.PageAsync(asking, MeetingSite.FormOf(asked), language);

        var places = sorted.Select(name => page.IndexOf($">{name}<", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
