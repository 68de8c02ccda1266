using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Meetings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

/// <summary>The whole site on the server: what firms and agencies do from a draft to an agreed time.</summary>
public sealed class PostgreSqlSiteTests
{
    [Fact]
    public async Task A_listing_is_written_reviewed_found_and_leads_to_a_meeting()
    {
        Assert.SkipUnless(PostgreSqlDatabase.IsAvailable, PostgreSqlDatabase.SkipReason);
        await using var site = new SiteFactory(onPostgreSql: true);
        var meetings = new MeetingSite(site);
        var (korean, chinese) = await meetings.FirmsAsync();
        using var agency = site.ClientFor(await meetings.World.ReviewerAsync(Country.KR));
        using var owner = meetings.As(korean);
        using var buyer = meetings.As(chinese, "zh-Hans");

        await owner.SubmitAsync(
            "/listings/new",
            "/listings/new",
            ("Kind", "Offer"),
            ("Title", "고순도 수산화리튬"),
            ("Text", "배터리급, 월 40톤"),
            ("Version", "0"),
            ("step", "submit")
        );
        var listing = await OnlyAsync(site, korean.Company);
        Assert.Contains("수산화리튬", await agency.GetStringAsync("/reviews"), StringComparison.Ordinal);
        await agency.SubmitAsync("/reviews", $"/reviews/{listing.Id}/take");
        await agency.SubmitAsync(
            $"/reviews/{listing.Id}",
            $"/reviews/{listing.Id}/decide",
            ("decision", "Published"),
            ("Reason", string.Empty),
            ("version", $"{(await OnlyAsync(site, korean.Company)).Version}")
        );
        await meetings.World.PublishedAsync(
            chinese,
            ListingKind.Need,
            new ListingContent
            {
                Language = LanguageCode.Zh,
                Title = "求购电池级氢氧化锂",
                Text = "每月20吨",
            }
        );
        await site.SettleAsync();

        Assert.Contains("수산화리튬", await buyer.GetStringAsync($"/companies/{korean.Company}"), StringComparison.Ordinal);
        await Eventually.TrueAsync(async () =>
            (await buyer.GetStringAsync("/search?q=" + Uri.EscapeDataString("氢氧化锂"))).Contains("수산화리튬", StringComparison.Ordinal)
        );
        using (var odd = await agency.GetAsync("/companies?q=%00&text=%00%ED%A0%80"))
        {
            Assert.NotEqual(HttpStatusCode.InternalServerError, odd.StatusCode);
        }

        var meeting = await meetings.AskedAsync(chinese, korean, MeetingSite.Thursday, MeetingSite.Friday);
        using (var accepted = await meetings.StepAsync(korean, meeting, "accept", ("Time", MeetingSite.Thursday)))
        {
            Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        }

        Assert.Equal(MeetingSite.Moment(MeetingSite.Thursday), (await meetings.CalendarAsync(chinese, meeting)).Entry.Start!.AsUtc);
    }

    private static Task<Listing> OnlyAsync(SiteFactory site, CompanyId company) =>
        site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.CompanyId == company));
}
