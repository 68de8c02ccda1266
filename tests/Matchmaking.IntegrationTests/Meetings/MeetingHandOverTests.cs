using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Meetings;

/// <summary>What becomes of a person's meetings when they leave their firm, or are removed from it.</summary>
public sealed class MeetingHandOverTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly MeetingSite meetings = new(site);
    private readonly Mailbox mailbox = new(site);

    [Fact]
    public async Task Whoever_leaves_passes_requests_and_agreed_meetings_to_an_owner()
    {
        var (owner, chinese) = await meetings.FirmsAsync();
        var second = await meetings.World.FirmAsync(Country.CN, "无锡恒联");
        var member = await MemberAsync(owner);
        var agreed = await AgreedAsync(member, chinese, MeetingSite.Thursday);
        var pending = await meetings.AskedAsync(member, second, MeetingSite.Friday);
        // The mail about the yes goes to whoever takes part when it is written.
        await site.SettleAsync();

        using var left = await RemoveAsync(member, member.UserId);

        Assert.Equal("/", left.Headers.Location!.OriginalString);
        Assert.Equal(owner.UserId, await PersonOfAsync(agreed));
        Assert.Equal(owner.UserId, await PersonOfAsync(pending));
        Assert.Equal(
            owner.UserId,
            await site.WithDatabaseAsync(db =>
                db.MeetingClaims.Where(claim => claim.MeetingRequestId == IdOf(agreed) && claim.Side == MeetingSide.Asking)
                    .Select(claim => claim.UserId)
                    .Distinct()
                    .SingleAsync()
            )
        );
        await site.SettleAsync();
        var address = await site.WithDatabaseAsync(db =>
            db.Users.Where(user => user.Id == member.UserId).Select(user => user.Email!).SingleAsync()
        );
        Assert.Contains("동료가 맡아요", (await mailbox.NewestAsync(address, count: 2)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_alone_in_a_firm_is_not_offered_as_a_colleague()
    {
        var (korean, chinese) = await meetings.FirmsAsync();
        var page = await meetings.AskedAsync(korean, chinese, MeetingSite.Thursday);
        using var alone = site.ClientFor(chinese.UserId);
        Assert.DoesNotContain($"{page}/delegate", await alone.GetStringAsync(page));

        _ = await MemberAsync(chinese);
        Assert.Contains($"{page}/delegate", await alone.GetStringAsync(page));
    }

    [Fact]
    public async Task Asked_side_that_leaves_passes_on_what_it_has_taken_up()
    {
        var (korean, owner) = await meetings.FirmsAsync();
        var member = await MemberAsync(owner);
        var page = await AgreedAsync(korean, member, MeetingSite.Thursday);

        using var removed = await RemoveAsync(owner, member.UserId);

        Assert.Equal("/members", removed.Headers.Location!.OriginalString);
        Assert.Equal(
            owner.UserId,
            await site.WithDatabaseAsync(db => Meeting(db, page).Select(meeting => meeting.AskedPersonId!.Value).SingleAsync())
        );
    }

    [Fact]
    public async Task A_colleague_takes_over_when_no_owner_is_free()
    {
        var (owner, chinese) = await meetings.FirmsAsync();
        var second = await meetings.World.FirmAsync(Country.CN, "无锡恒联");
        var (member, free) = (await MemberAsync(owner), await MemberAsync(owner));
        _ = await AgreedAsync(owner, second, MeetingSite.Thursday);
        var page = await AgreedAsync(member, chinese, MeetingSite.Thursday);

        using var removed = await RemoveAsync(owner, member.UserId);

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(free.UserId, await PersonOfAsync(page));
    }

    [Fact]
    public async Task A_meeting_that_nobody_can_take_over_keeps_the_person_and_is_named()
    {
        var (owner, chinese) = await meetings.FirmsAsync();
        var second = await meetings.World.FirmAsync(Country.CN, "无锡恒联");
        var member = await MemberAsync(owner);
        _ = await AgreedAsync(owner, second, MeetingSite.Thursday);
        var page = await AgreedAsync(member, chinese, MeetingSite.Thursday);

        using var refused = await RemoveAsync(owner, member.UserId);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var answer = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Nobody else of the firm is free", answer);
        Assert.Contains("2026-11-26", answer);
        Assert.Equal(member.UserId, await PersonOfAsync(page));
        Assert.True(await site.WithDatabaseAsync(db => db.Memberships.AnyAsync(item => item.UserId == member.UserId)));
    }

    private async Task<World.Member> MemberAsync(World.Member owner) =>
        new(await meetings.World.ColleagueAsync(owner.Company, "박지훈", MembershipRole.Member), owner.Company);

    private async Task<string> AgreedAsync(World.Member asks, World.Member asked, string time)
    {
        var page = await meetings.AskedAsync(asks, asked, time);
        using var answer = await meetings.StepAsync(asked, page, "accept", ("Time", time));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return page;
    }

    private async Task<HttpResponseMessage> RemoveAsync(World.Member actor, Guid person)
    {
        var membership = await site.WithDatabaseAsync(db =>
            db.Memberships.Where(item => item.UserId == person && item.CompanyId == actor.Company).Select(item => item.Id).SingleAsync()
        );
        using var client = meetings.As(actor);
        return await client.SubmitAsync("/members", $"/members/{membership}/remove");
    }

    private Task<Guid> PersonOfAsync(string page) =>
        site.WithDatabaseAsync(db => Meeting(db, page).Select(meeting => meeting.AskingPersonId).SingleAsync());

    private static IQueryable<MeetingRequest> Meeting(Core.Data.AppDbContext db, string page)
    {
        var id = IdOf(page);
        return db.MeetingRequests.AsNoTracking().Where(meeting => meeting.Id == id);
    }

    private static MeetingRequestId IdOf(string page) => MeetingRequestId.From(Guid.Parse(page.Split('/')[^1]));
}
