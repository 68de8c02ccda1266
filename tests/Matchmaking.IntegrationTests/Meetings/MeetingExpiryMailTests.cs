using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Meetings;

/// <summary>Moves the clock past everything, and so has a site of its own.</summary>
public sealed class MeetingExpiryMailTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly MeetingSite meetings = new(site);
    private readonly Mailbox mailbox = new(site);

    [Fact]
    public async Task Requests_that_run_out_together_are_told_to_each_side_in_one_mail()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var second = await meetings.World.FirmAsync(Country.CN, "无锡恒联");
        var (asking, asked) = (await AddressAsync(korean), await AddressAsync(chinese));
        _ = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        _ = await meetings.AskedAsync(korean, second, MeetingSite.Thursday);
        await site.SettleAsync();

        site.Clock.SetUtcNow(new DateTimeOffset(MeetingSite.Moment(MeetingSite.Thursday).AddMinutes(1)));
        var both = await mailbox.NewestAsync(asking);
        var one = await mailbox.NewestAsync(asked, count: 2);
        await site.SettleAsync();

        Assert.Equal("미팅 요청 2건의 기한이 지났어요", both.Subject);
        Assert.Contains("苏州澄锂", both.TextBody, StringComparison.Ordinal);
        Assert.Contains("无锡恒联", both.TextBody, StringComparison.Ordinal);
        Assert.Single(mailbox.All(asking));
        Assert.Equal("与한빛소재的会面申请已过期", one.Subject);
        Assert.Contains("对方于", one.TextBody, StringComparison.Ordinal);
        Assert.Equal(2, mailbox.All(asked).Count);
    }

    private Task<string> AddressAsync(World.Member member) =>
        site.WithDatabaseAsync(db => db.Users.Where(user => user.Id == member.UserId).Select(user => user.Email!).SingleAsync());
}
