using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Moderation;

public sealed class ReviewAccessTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Queue_and_review_are_closed_to_everybody_but_the_agency_of_the_same_country()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        var id = await world.SubmittedAsync(firm);
        using var visitor = site.ClientFor();
        using var owner = site.ClientFor(firm.UserId);
        using var other = site.ClientFor(await world.ReviewerAsync(Country.CN));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"/reviews/{id}")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await owner.GetAsync($"/reviews/{id}")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await owner.GetAsync("/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/reviews/{id}")).StatusCode);
        Assert.DoesNotContain($"/reviews/{id}", await other.GetStringAsync("/reviews"));
        foreach (var step in new[] { "take", "release", "decide" })
        {
            using var answer = await other.SubmitAsync("/reviews", $"/reviews/{id}/{step}", ("decision", "Published"), ("version", "1"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(ListingState.Submitted, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Nobody_reviews_a_firm_of_which_he_is_a_member()
    {
        var world = new World(site);
        var firm = await world.FirmAsync(Country.KR, "Hanbit");
        var id = await world.SubmittedAsync(firm);
        var reviewer = await world.ReviewerAsync(Country.KR);
        await site.WithDatabaseAsync(db =>
        {
            db.Add(
                new Membership
                {
                    UserId = reviewer,
                    CompanyId = firm.Company,
                    JoinedAt = site.Clock.GetUtcNow().UtcDateTime.AddDays(1),
                }
            );
            return db.SaveChangesAsync();
        });
        using var client = site.ClientFor(reviewer);

        var page = await client.GetStringAsync($"/reviews/{id}");
        using var taken = await client.SubmitAsync("/reviews", $"/reviews/{id}/take");
        using var decided = await client.SubmitAsync("/reviews", $"/reviews/{id}/decide", ("decision", "Published"), ("version", "2"));

        Assert.Contains("You are a member of this firm", page);
        Assert.DoesNotContain("name=\"decision\"", page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, decided.StatusCode);
        Assert.Equal(ListingState.Submitted, (await FindAsync(id)).State);
        Assert.DoesNotContain($"/reviews/{id}", await client.GetStringAsync("/reviews"));
    }

    private Task<Listing> FindAsync(ListingId id) => site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.Id == id));
}
