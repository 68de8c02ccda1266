using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Moderation;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting.Nodes;

/// <summary>What lies in the database of several nodes: a reviewer who has taken many listings, and a firm whose owner takes its own back.</summary>
internal sealed class NodesMarket(string connection)
{
    public const string Reviewer = "reviewer@nodes.example";
    public const string Owner = "owner@nodes.example";
    public const string Word = "Hydroxide";

    private const int Waiting = 60;
    private const int Own = 40;

    private readonly DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Taken by the reviewer, each of a firm of its own; with the version that the reviewer has read.</summary>
    public IReadOnlyList<(ListingId Id, long Version)> Reviewed { get; private set; } = [];

    /// <summary>Published, all of the owner's firm.</summary>
    public IReadOnlyList<ListingId> Live { get; private set; } = [];

    public async Task<T> WithDatabaseAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlAppDbContext>();
        options.UseNpgsql(connection);
        await using var db = new PostgreSqlAppDbContext(options.Options);
        return await work(db);
    }

    public Task<int> FillAsync() =>
        WithDatabaseAsync(async db =>
        {
            var (reviewer, owner) = (Identity.Visitor.Account(Reviewer, "Kim"), Identity.Visitor.Account(Owner, "Kim"));
            var agency = new Agency { Country = Country.KR, Names = new LocalizedText("贸易中心", "무역센터", "Trade Centre") };
            var firm = Firm("Owner");
            var waiting = Enumerable.Range(0, Waiting).Select(number => (Firm: Firm($"{number}"), Number: number)).ToList();
            db.AddRange(reviewer, owner, agency, firm);
            db.AddRange(waiting.Select(item => item.Firm));
            db.Add(new Membership { UserId = reviewer.Id, AgencyId = agency.Id });
            db.Add(
                new Membership
                {
                    UserId = owner.Id,
                    CompanyId = firm.Id,
                    Role = MembershipRole.Owner,
                }
            );
            var reviewed = waiting.ConvertAll(item => Taken(item.Firm.Id, item.Number, owner.Id));
            var live = Enumerable.Range(Waiting, Own).Select(number => Taken(firm.Id, number, owner.Id)).ToList();
            live.ForEach(listing => Assert.True(listing.Publish(now).Succeeded));
            db.AddRange(reviewed);
            db.AddRange(live);
            db.AddRange(reviewed.Select(listing => Review.Start(listing.Id, agency.Id, reviewer.Id, now)));
            var saved = await db.SaveChangesAsync();
            Reviewed = [.. reviewed.Select(listing => (listing.Id, listing.Version))];
            Live = [.. live.Select(listing => listing.Id)];
            return saved;
        });

    public Task<HashSet<ListingId>> InStateAsync(ListingState state) =>
        WithDatabaseAsync(async db =>
            (await db.Listings.Where(listing => listing.State == state).Select(listing => listing.Id).ToListAsync()).ToHashSet()
        );

    private Company Firm(string name) =>
        Company.Register(
            Country.KR,
            World.NextNumber(Country.KR),
            new CompanyProfile { Names = new LocalizedText("公司", "회사", $"Firm {name}"), Sector = "batteries" },
            new ContactDetails("Kim", "sales@example.com", "+82 2-555-0100"),
            now
        );

    private Listing Taken(CompanyId firm, int number, Guid author)
    {
        var content = new ListingContent
        {
            Language = LanguageCode.En,
            Title = $"{Word} {number}",
            Text = "40 t a month",
        };
        var listing = Listing.Draft(firm, ListingKind.Offer, content, author, now);
        Assert.True(listing.Submit(author, now).Succeeded && listing.StartReview().Succeeded);
        return listing;
    }
}
