using System.Net;
using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Members;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Companies;

public sealed partial class MembersTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task A_colleague_is_invited_by_mail_joins_with_any_account_and_acts_for_the_firm()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var owner = site.ClientFor(firm.UserId);
        using var invited = await owner.SubmitAsync(
            "/members",
            "/members/invitations",
            ("Email", "new-colleague@example.com"),
            ("Role", "Member")
        );
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        var link = await LinkAsync("new-colleague@example.com");
        var mail = await new Mailbox(site).NewestAsync("new-colleague@example.com");
        Assert.DoesNotContain("new-colleague", mail.TextBody);
        Assert.Empty(Assert.Single(mail.To.Mailboxes).Name ?? string.Empty);
        using var stranger = site.ClientFor();
        Assert.Contains("한빛소재", await stranger.GetStringAsync(link));
        var person = await world.PersonAsync("Lee Jeongmin");
        using var colleague = site.ClientFor(person);

        using var joined = await colleague.SubmitAsync(link, $"{link}/accept");

        Assert.Equal($"/companies/{firm.Company}", joined.Headers.Location!.OriginalString);
        Assert.Contains("sales@example.com", await colleague.GetStringAsync($"/companies/{firm.Company}"));
        Assert.Contains("Lee Jeongmin", await owner.GetStringAsync("/members"));
        using var second = site.ClientFor(await world.PersonAsync());
        using var again = await second.SubmitAsync("/account", $"{link}/accept");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_second_mail_ends_the_first_link_and_taking_back_ends_both()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var owner = site.ClientFor(firm.UserId);
        using var invited = await owner.SubmitAsync("/members", "/members/invitations", ("Email", "resent@example.com"), ("Role", "Owner"));
        var first = await LinkAsync("resent@example.com");
        var id = await site.WithDatabaseAsync(db =>
            db.Invitations.Where(item => item.CompanyId == firm.Company).Select(item => item.Id).SingleAsync()
        );

        using var tooSoon = await owner.SubmitAsync("/members", $"/members/invitations/{id}/resend");
        Assert.Equal(HttpStatusCode.Conflict, tooSoon.StatusCode);
        site.Clock.Advance(Invitation.Rest);
        using var resent = await owner.SubmitAsync("/members", $"/members/invitations/{id}/resend");
        var second = await LinkAsync("resent@example.com", count: 2);
        using var reader = site.ClientFor();
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(second)).StatusCode);

        using var foreign = site.ClientFor((await world.FirmAsync(Country.KR, "다른 기업")).UserId);
        using var refused = await foreign.SubmitAsync("/members", $"/members/invitations/{id}/revoke");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var revoked = await owner.SubmitAsync("/members", $"/members/invitations/{id}/revoke");
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.DoesNotContain("/accept", await reader.GetStringAsync(second));
    }

    [Fact]
    public async Task Taking_invitations_back_makes_no_room_for_more_mails()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var now = site.Clock.GetUtcNow().UtcDateTime;
        foreach (var number in Enumerable.Range(1, 60))
        {
            var invitation = Invitation.Create(firm.Company, $"many{number}@example.com", MembershipRole.Member, firm.UserId, now);
            Assert.True(invitation.Revoke(now).Succeeded);
            await world.AddAsync(invitation);
        }

        using var owner = site.ClientFor(firm.UserId, language: "en");
        using var invited = await owner.SubmitAsync("/members", "/members/invitations", ("Email", "more@example.com"), ("Role", "Member"));

        Assert.Contains("60 invitations were sent within a day", await invited.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("")]
    [InlineData("😀")]
    public async Task Bad_addresses_are_answered_at_their_field(string email)
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var owner = site.ClientFor(firm.UserId);

        using var answer = await owner.SubmitAsync("/members", "/members/invitations", ("Email", email), ("Role", "Member"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Email-error", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_last_owner_stays_until_somebody_else_is_one()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var colleague = await world.ColleagueAsync(firm.Company, "Colleague", MembershipRole.Member);
        using var owner = site.ClientFor(firm.UserId);
        var own = await MembershipAsync(firm.UserId);
        var other = await MembershipAsync(colleague);

        using var left = await owner.SubmitAsync("/members", $"/members/{own}/remove");
        using var demoted = await owner.SubmitAsync("/members", $"/members/{own}/role", ("role", "Member"));
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict], [left.StatusCode, demoted.StatusCode]);

        using var raised = await owner.SubmitAsync("/members", $"/members/{other}/role", ("role", "Owner"));
        using var gone = await owner.SubmitAsync("/members", $"/members/{own}/remove");
        Assert.Equal("/", gone.Headers.Location!.OriginalString);
        using var closed = await owner.GetAsync("/members");
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_once_leave_one()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var second = await world.ColleagueAsync(firm.Company, "Second", MembershipRole.Owner);
        var memberships = new[] { (firm.UserId, await MembershipAsync(second)), (second, await MembershipAsync(firm.UserId)) };

        await Task.WhenAll(
            memberships.Select(async pair =>
            {
                using var client = site.ClientFor(pair.Item1);
                using var answer = await client.SubmitAsync("/about", $"/members/{pair.Item2}/remove");
            })
        );

        Assert.Equal(1, await site.WithDatabaseAsync(db => db.Memberships.CountAsync(item => item.CompanyId == firm.Company)));
    }

    [Fact]
    public async Task A_member_changes_nobody_but_may_leave_and_strangers_get_404()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var colleague = await world.ColleagueAsync(firm.Company, "Colleague", MembershipRole.Member);
        using var member = site.ClientFor(colleague);
        using var stranger = site.ClientFor((await world.FirmAsync(Country.KR, "다른 기업")).UserId);
        var owner = await MembershipAsync(firm.UserId);

        using var removes = await member.SubmitAsync("/members", $"/members/{owner}/remove");
        using var foreign = await stranger.SubmitAsync("/members", $"/members/{owner}/remove");
        using var leaves = await member.SubmitAsync("/members", $"/members/{await MembershipAsync(colleague)}/remove");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [removes.StatusCode, foreign.StatusCode]);
        Assert.Equal("/", leaves.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Somebody_with_two_firms_acts_for_the_chosen_one_and_never_for_a_strangers()
    {
        var first = await world.FirmAsync(Country.KR, "첫째 기업");
        var second = await world.FirmAsync(Country.CN, "第二家企业");
        var membership = new Core.Companies.Membership
        {
            UserId = first.UserId,
            CompanyId = second.Company,
            JoinedAt = site.Clock.GetUtcNow().UtcDateTime.AddDays(1),
        };
        await world.AddAsync(membership);
        using var client = site.ClientFor(first.UserId);

        using var chosen = await client.SubmitAsync("/members", "/acting-for", ("membership", membership.Id.ToString()));
        using var foreign = await client.SubmitAsync(
            "/members",
            "/acting-for",
            ("membership", (await MembershipAsync(second.UserId)).ToString())
        );

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Contains($"/companies/{second.Company}", await client.GetStringAsync("/members"));
    }

    private Task<MembershipId> MembershipAsync(Guid user) =>
        site.WithDatabaseAsync(db => db.Memberships.Where(item => item.UserId == user).Select(item => item.Id).FirstAsync());

    private async Task<string> LinkAsync(string address, int count = 1)
    {
        var mail = await new Mailbox(site).NewestAsync(address, count);
        return Link().Match(mail.TextBody!).Value;
    }

    [GeneratedRegex("/invitations/[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
