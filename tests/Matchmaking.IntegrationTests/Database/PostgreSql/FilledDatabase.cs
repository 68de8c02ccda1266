using Matchmaking.Core.Data;
using Matchmaking.Core.Matching.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

/// <summary>Thousands of rows in every table that grows: one of each by the model, and copies of it made by the server.</summary>
public sealed class FilledDatabase : DatabaseFixture
{
    private const int Firms = 2500;

    public string Connection { get; private set; } = string.Empty;

    internal HotSubject Subject { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        if (PostgreSqlDatabase.IsAvailable)
        {
            Connection = PostgreSqlDatabase.ConnectionTo($"matchmaking_filled_{Guid.NewGuid():N}");
            await CreateAsync("PostgreSql", Connection);
            await using var db = Open();
            _ = SampleRows.For(db);
            await db.SaveChangesAsync();
            await FillAsync(db);
            Subject = await ChooseAsync(db);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (PostgreSqlDatabase.IsAvailable)
        {
            await using var db = Open();
            await db.Database.EnsureDeletedAsync();
        }

        await base.DisposeAsync();
    }

    /// <summary>Ids are made of a letter and a number, so that a copy can name the copy that it belongs to.</summary>
    private static async Task FillAsync(AppDbContext db)
    {
        var firm = $"'CompanyId', md5('c' || n % {Firms})::uuid";
        var person = $"'UserId', md5('u' || n % {Firms})::uuid";
        const string meeting = "'MeetingRequestId', md5('m' || n)::uuid";
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await CopyAsync(
            "Companies",
            Firms,
            "'Id', md5('c' || n)::uuid, 'RegistrationNumber', n, 'ExternalReference', n, 'Profile_About', 'short'"
        );
        await CopyAsync("AspNetUsers", Firms, "'Id', md5('u' || n)::uuid, 'NormalizedUserName', n, 'NormalizedEmail', n");
        await CopyAsync("Memberships", Firms, $"'Id', md5('j' || n)::uuid, {firm}, {person}, 'AgencyId', null");
        await CopyAsync("Invitations", Firms, $"'Id', md5('i' || n)::uuid, {firm}, 'TokenHash', n");
        await CopyAsync("CompanyEvidence", Firms, $"'Id', n + 1000, {firm}");
        await CopyAsync(
            "Listings",
            4 * Firms,
            $"""
            'Id', md5('l' || n)::uuid, {firm}, 'ExternalReference', n, 'Content_Text', 'short',
            'State', CASE WHEN n <= 20 THEN 'Submitted' WHEN n % 4 = 0 THEN 'Draft' ELSE 'Published' END
            """
        );
        await CopyAsync(
            "ListingRevisions",
            Firms,
            "'ListingId', md5('l' || n)::uuid, 'Content_Text', 'short', 'State', CASE WHEN n <= 40 THEN 'Submitted' ELSE 'Draft' END"
        );
        await CopyAsync("ListingVectors", 4 * Firms, "'ListingId', md5('l' || n)::uuid");
        await CopyAsync("Review", Firms, "'Id', md5('r' || n)::uuid, 'ListingId', md5('l' || n)::uuid");
        await CopyAsync(
            "MeetingRequests",
            2 * Firms,
            $"""
            'Id', md5('m' || n)::uuid, 'AskingCompanyId', md5('c' || n % {Firms})::uuid, 'AskedCompanyId', md5('c' || n * 7 % {Firms})::uuid,
            'AskingPersonId', md5('u' || n % {Firms})::uuid, 'AskedPersonId', md5('u' || n * 7 % {Firms})::uuid,
            'QuotaSlot', null, 'OpenPair', CASE WHEN n % 100 = 0 THEN n END, 'State', CASE WHEN n % 2 = 0 THEN 'Scheduled' ELSE 'Declined' END
            """
        );
        await CopyAsync("MeetingTimes", 2 * Firms, meeting);
        await CopyAsync("MeetingSteps", 2 * Firms, meeting);
        await CopyAsync(
            "MeetingClaims",
            2 * Firms,
            $"{meeting}, {person}, 'QuarterStart', timestamptz '2020-01-01' + n * interval '15 minutes'"
        );
        await CopyAsync("SavedSearches", Firms, $"'Id', md5('s' || n)::uuid, {firm}, {person}");
        await CopyAsync(
            "SavedSearchFinds",
            4 * Firms,
            $"'SearchId', md5('s' || n % {Firms})::uuid, 'CompanyId', md5('c' || n / {Firms})::uuid"
        );
        await CopyAsync("AuditEntries", 2 * Firms, "'Id', md5('a' || n)::uuid, 'AgencyId', md5('g' || n % 50)::uuid");
        await CopyAsync("OutboxMessages", 4 * Firms, "'Id', md5('o' || n)::uuid");
        await CopyAsync("OpenIddictTokens", 2 * Firms, "'Id', md5('t' || n)::uuid, 'ReferenceId', n, 'Subject', n");
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");

        Task CopyAsync(string table, int count, string changes)
        {
            var copy = $"""
                INSERT INTO "{table}" SELECT made.* FROM "{table}" AS base, generate_series(0, {count - 1}) AS n,
                LATERAL jsonb_populate_record(base, jsonb_build_object({changes})) AS made
                WHERE base.ctid = (SELECT min(ctid) FROM "{table}")
                """;
            return db.Database.ExecuteSqlRawAsync(copy);
        }
    }

    private static async Task<HotSubject> ChooseAsync(AppDbContext db)
    {
        var member = await db.Memberships.FirstAsync(member => member.AgencyId == null);
        var listings = await db.Listings.Where(listing => listing.CompanyId == member.CompanyId).ToListAsync();
        return new HotSubject(
            member.UserId,
            member.CompanyId!.Value,
            await db.Agencies.Select(agency => agency.Id).FirstAsync(),
            await db.Companies.OrderBy(company => company.Id).Select(company => company.Id).Take(20).ToListAsync(),
            listings.ConvertAll(listing => new ListingText(
                listing.Id,
                listing.Kind,
                listing.Content,
                DateOnly.FromDateTime(listing.UpdatedAt)
            ))
        );
    }
}
