using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data.Demonstration;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

public sealed class DemonstrationTests : IDisposable
{
    private readonly SiteFactory site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Demonstration_data_are_whole_and_load_once()
    {
        Assert.True(await LoadAsync());
        Assert.False(await LoadAsync());

        var now = site.Clock.GetUtcNow().UtcDateTime;
        var firms = await site.WithDatabaseAsync(db => db.Companies.AsNoTracking().ToListAsync());
        foreach (var country in Enum.GetValues<Country>())
        {
            var side = firms.Where(firm => firm.Country == country).ToList();
            Assert.True(side.Count >= 30);
            Assert.Contains(side, firm => firm.IsVerified(now));
            Assert.Contains(side, firm => !firm.IsVerified(now));
        }

        Assert.All(firms, firm => Assert.NotNull(firm.RegistrationNumber));
        Assert.All(firms, firm => Assert.Empty(firm.Profile.Check(firm.Country)));
        Assert.All(firms, firm => Assert.NotEqual(Sectors.Other, firm.Profile.Sector));
        Assert.All(firms, firm => Assert.EndsWith(".example", new Uri(firm.Profile.Website).Host, StringComparison.Ordinal));
        Assert.All(firms, firm => Assert.EndsWith(".example", firm.Contact.Email, StringComparison.Ordinal));

        var states = await site.WithDatabaseAsync(db =>
            db.Listings.GroupBy(listing => listing.State)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count)
        );
        Assert.True(states[ListingState.Published] > 250);
        Assert.True(states[ListingState.Submitted] >= 6);
        Assert.Equal(1, states[ListingState.ChangesRequested]);
        Assert.Equal(6, await site.WithDatabaseAsync(db => db.Users.CountAsync(user => user.EmailConfirmed)));
        Assert.Equal(5, await site.WithDatabaseAsync(db => db.Memberships.CountAsync()));
    }

    private Task<bool> LoadAsync() =>
        site.WithServicesAsync(services => services.GetRequiredService<LoadDemonstration>().ExecuteAsync(CancellationToken.None));
}
