using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data.Demonstration;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Meetings;
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
        Assert.Equal(6, await site.WithDatabaseAsync(db => db.Users.CountAsync(user => user.PasswordHash != null)));
        Assert.Equal(5 + 3, await site.WithDatabaseAsync(db => db.Memberships.CountAsync()));
    }

    [Theory]
    [InlineData("incheon@demo.example")]
    [InlineData("suzhou@demo.example")]
    public async Task Whoever_tries_a_firm_finds_a_request_to_answer_one_under_way_and_an_agreed_meeting(string email)
    {
        await LoadAsync();
        var account = await site.WithDatabaseAsync(db =>
            db.Users.Where(item => item.Email == email)
                .Join(
                    db.Memberships,
                    item => item.Id,
                    member => member.UserId,
                    (item, member) => new { User = item.Id, Firm = member.CompanyId!.Value }
                )
                .SingleAsync()
        );
        var meetings = await site.WithDatabaseAsync(db =>
            db.MeetingRequests.AsNoTracking()
                .Where(item => item.AskingCompanyId == account.Firm || item.AskedCompanyId == account.Firm)
                .ToListAsync()
        );
        Assert.Equal([MeetingState.Sent, MeetingState.Sent, MeetingState.Scheduled], meetings.Select(item => item.State).Order());
        var incoming = meetings.Single(item => item.AskedCompanyId == account.Firm && item.State == MeetingState.Sent);

        using var client = site.ClientFor(account.User);
        Assert.Contains($"/meetings/{incoming.Id}", await client.GetStringAsync("/"));
        var page = $"/meetings/{incoming.Id}";
        using var accepted = await client.SubmitAsync(
            page,
            $"{page}/accept",
            ("Version", $"{incoming.Version}"),
            ("Time", incoming.Times[0].Start.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture))
        );
        var state = await site.WithDatabaseAsync(db =>
            db.MeetingRequests.Where(item => item.Id == incoming.Id).Select(item => item.State).SingleAsync()
        );
        Assert.Equal(MeetingState.Scheduled, state);
    }

    private Task<bool> LoadAsync() =>
        site.WithServicesAsync(services => services.GetRequiredService<LoadDemonstration>().ExecuteAsync(CancellationToken.None));
}
