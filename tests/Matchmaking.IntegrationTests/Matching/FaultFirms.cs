using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>Firms with something live, as tests without a site put them into a database.</summary>
internal static class FaultFirms
{
    public static Company Register(int number, DateTime now) =>
        Company.Register(
            Country.KR,
            World.NextNumber(Country.KR),
            new CompanyProfile { Names = new LocalizedText("公司", "회사", $"Firm {number}"), Sector = "batteries" },
            new ContactDetails("Kim", "sales@example.com", "+82 2-555-0100"),
            now
        );

    public static Listing Published(CompanyId firm, Guid author, DateTime now)
    {
        var content = new ListingContent
        {
            Language = LanguageCode.Ko,
            Title = "수산화리튬",
            Text = "월 40톤",
        };
        var listing = Listing.Draft(firm, ListingKind.Offer, content, author, now);
        Assert.True(listing.Submit(author, now).Succeeded && listing.StartReview().Succeeded && listing.Publish(now).Succeeded);
        return listing;
    }
}
