using Matchmaking.Core.Companies;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.SavedSearches;

/// <summary>The site's clock starts on Monday 2026-11-23 at 01:00 UTC; a morning begins at 23:00 UTC.</summary>
public sealed class SavedSearchDigestTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly SavedSearchWorld world = new(site);

    [Fact]
    public async Task Mail_comes_once_for_all_searches_when_its_morning_has_come_and_something_is_new()
    {
        var daily = await world.NeedingAsync("Qdaily1");
        await world.OfferingAsync("Qdaily1", "旧友");
        await world.SaveAsync(daily, "펌프 하나", SavedSearchAlert.Daily);
        await world.SaveAsync(daily, "펌프 둘", SavedSearchAlert.Daily, "/search?q=Qdaily1");
        await world.SaveAsync(daily, "말없이", SavedSearchAlert.None, "/search?q=Qdaily1&kind=Offer");
        var weekly = await world.NeedingAsync("Qweekly1");
        await world.SaveAsync(weekly, "주간", SavedSearchAlert.Weekly);
        var gone = await world.NeedingAsync("Qgone1");
        await world.SaveAsync(gone, "떠남", SavedSearchAlert.Daily);
        await site.WithDatabaseAsync(db => db.Memberships.Where(member => member.UserId == gone.UserId).ExecuteDeleteAsync());
        await world.OfferingAsync("Qdaily1", "新朋");
        await world.OfferingAsync("Qweekly1", "周友");
        await world.OfferingAsync("Qgone1", "路人");

        await AdvanceAsync(TimeSpan.FromHours(21), daily, "1 new");
        Assert.Empty(await MailsAsync(daily));
        await AdvanceAsync(TimeSpan.FromHours(2), daily, "1 new");

        var mail = await new Mailbox(site).NewestAsync(await AddressAsync(daily));
        Assert.Equal("저장한 검색 2개에 새 기업이 있어요", mail.Subject);
        Assert.Contains("펌프 하나: 新朋", mail.TextBody);
        Assert.Contains("펌프 둘: 新朋", mail.TextBody);
        Assert.Contains("/saved-searches", mail.TextBody);
        Assert.DoesNotContain("旧友", mail.TextBody);
        Assert.DoesNotContain("말없이", mail.TextBody);
        Assert.Empty(await MailsAsync(weekly));

        // Nothing more is new for the one; for the other Monday comes.
        await AdvanceAsync(TimeSpan.FromDays(6), weekly, "1 new");

        Assert.Contains("주간: 周友", (await new Mailbox(site).NewestAsync(await AddressAsync(weekly))).TextBody);
        Assert.Single(await MailsAsync(daily));
        Assert.Empty(await MailsAsync(gone));
    }

    /// <summary>Moves the clock and waits for the worker's pass at that time: it ends by passing digests on.</summary>
    private async Task AdvanceAsync(TimeSpan time, World.Member reader, string expected)
    {
        site.Clock.Advance(time);
        var now = site.Clock.GetUtcNow().UtcDateTime;
        await world.ShowsAsync(reader, "/saved-searches", expected);
        await Eventually.TrueAsync(() =>
            site.WithDatabaseAsync(async db =>
            {
                var (morning, monday) = (DigestTimes.LastMorning(now), DigestTimes.LastMonday(now));
                return !await db.Set<SavedSearch>()
                    .AnyAsync(search =>
                        db.Memberships.Any(membership => membership.UserId == search.UserId)
                        && (
                            (search.Alert == SavedSearchAlert.Daily && search.DigestedAt < morning)
                            || (search.Alert == SavedSearchAlert.Weekly && search.DigestedAt < monday)
                        )
                    );
            })
        );
        await site.SettleAsync();
    }

    private async Task<IReadOnlyList<string>> MailsAsync(World.Member person) => new Mailbox(site).All(await AddressAsync(person));

    private Task<string> AddressAsync(World.Member person) =>
        site.WithDatabaseAsync(db => db.Users.Where(user => user.Id == person.UserId).Select(user => user.Email!).SingleAsync());
}
