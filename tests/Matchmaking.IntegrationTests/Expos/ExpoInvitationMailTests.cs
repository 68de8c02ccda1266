using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos;

public sealed class ExpoInvitationMailTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);
    private readonly ExpoWorld expos = new(site);
    private readonly Mailbox mailbox = new(site);

    [Fact]
    public async Task Everybody_of_a_firm_is_told_once_in_their_language_when_it_can_answer()
    {
        var chinese = await expos.VerifiedAsync(Country.CN, "岩恒");
        var colleague = await world.ColleagueAsync(chinese.Company, "Lee", MembershipRole.Member);
        var later = await expos.VerifiedAsync(Country.KR, "한빛");
        var (first, second) = (await AddressAsync(chinese.UserId), await AddressAsync(colleague));
        var (id, organiser) = await expos.InvitedByAsync(chinese);

        var mail = await mailbox.NewestAsync(first);
        Assert.Equal("邀请函：对接会", mail.Subject);
        Assert.Contains("2027年3月10日", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/expos/{id}", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("초대: 상담회", (await mailbox.NewestAsync(second)).Subject);

        using var agency = site.ClientFor(organiser);
        var page = $"/organise/{id}";
        using var closed = await agency.SubmitAsync(page, $"{page}/close");
        using var invited = await agency.SubmitAsync(page, $"{page}/firms/invite", ("firms", $"{later.Company}"));
        await site.SettleAsync();
        Assert.Empty(mailbox.All(await AddressAsync(later.UserId)));

        using var again = await agency.SubmitAsync(page, $"{page}/open");
        Assert.Equal("초대: 상담회", (await mailbox.NewestAsync(await AddressAsync(later.UserId))).Subject);
        await site.SettleAsync();
        Assert.Single(mailbox.All(first));
        Assert.Single(mailbox.All(second));
    }

    private Task<string> AddressAsync(Guid user) =>
        site.WithDatabaseAsync(db => db.Users.Where(item => item.Id == user).Select(item => item.Email!).SingleAsync());
}
