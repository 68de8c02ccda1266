using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Listings.Import;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Data.Demonstration;

/// <summary>
/// Brings invented firms, agencies and accounts in by the same steps that people take. A run that broke off is taken up again; one that
/// ended is known by its agencies, which come last.
/// </summary>
public sealed class LoadDemonstration(
    AppDbContext db,
    ImportFirms import,
    DemonstrationAccountWriter accounts,
    OutboxWriter outbox,
    TimeProvider clock
)
{
    /// <summary>Every so many listings one still waits for its review.</summary>
    private const int WaitingEvery = 23;

    /// <returns>False when the data are there already.</returns>
    public async Task<bool> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (await IsLoadedAsync(db, cancellationToken))
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var people = await accounts.EnsureAsync(now);
        var marks = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var text in DemonstrationData.Open())
        {
            using (text)
            {
                var firms = await text.ReadToEndAsync(cancellationToken);
                ReadMarks(firms, marks);
                var rows = JsonFirmRows.ReadAsync(new StringReader(firms), cancellationToken);
                var report = await import.ExecuteAsync(rows, new ImportOptions(DryRun: false, Publish: false), null, cancellationToken);
                if (report.Refused.Count > 0)
                {
                    throw new InvalidOperationException($"The demonstration data are not in order: {report.Refused[0]}");
                }
            }
        }

        var references = marks.Keys.ToList();
        var companies = await db
            .Companies.Where(company => references.Contains(company.ExternalReference!))
            .OrderBy(company => company.ExternalReference)
            .ToListAsync(cancellationToken);
        foreach (var company in companies.Where(company => marks[company.ExternalReference!]))
        {
            Verify(company, now);
        }

        var listings = await MoveListingsAsync(companies, now, cancellationToken);
        foreach (var company in companies)
        {
            company.RaiseIndexVersion();
            outbox.Add(CompanyEvents.OfChange(company.Id));
        }

        db.Agencies.AddRange(DemonstrationData.Agencies());
        db.Memberships.AddRange(
            people
                .Where(person => person.Account.Firm is not null || person.Account.Agency is not null)
                .Select(person => new Membership
                {
                    UserId = person.UserId,
                    CompanyId = companies.Find(company => company.ExternalReference == person.Account.Firm)?.Id,
                    AgencyId = person.Account.Agency,
                    Role = person.Account.Role,
                    JoinedAt = now,
                })
        );
        foreach (var expo in new[] { DemonstrationExpo.Open(companies, now), DemonstrationExpo.Closed(companies, now) })
        {
            db.Add(expo);
            db.AddRange(DemonstrationExpo.Wishes(expo, companies, now));
        }

        new DemonstrationFair(db, companies, now).Add();
        db.MeetingRequests.AddRange(new DemonstrationMeetings(companies, listings, people, now).All());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public static Task<bool> IsLoadedAsync(AppDbContext db, CancellationToken cancellationToken) =>
        db.Agencies.AnyAsync(agency => agency.Id == DemonstrationData.ChineseAgency, cancellationToken);

    /// <summary>The ids of the firms, and whether their agency has checked them: that the import leaves to the agencies.</summary>
    private static void ReadMarks(string firms, Dictionary<string, bool> marks)
    {
        foreach (var line in firms.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var firm = JsonDocument.Parse(line);
            marks[firm.RootElement.GetProperty("id").GetString()!] = firm.RootElement.GetProperty("verified").GetBoolean();
        }
    }

    private static void Verify(Company company, DateTime now)
    {
        if (company.Evidence.Count > 0)
        {
            return;
        }

        var isChinese = company.Country == Country.CN;
        var agency = isChinese ? DemonstrationData.ChineseAgency : DemonstrationData.KoreanAgency;
        // Spread over the last half year, each firm always on the same day before now.
        var day = now.Date.AddDays(-7 - (company.ExternalReference!.Sum(character => character) % 170));
        company.RecordEvidence(
            new Evidence(
                EvidenceClaim.Existence,
                isChinese ? "企业信用信息公示查询（演示）" : "사업자등록 상태 조회(시연)",
                agency,
                day,
                day.AddYears(1)
            )
        );
        if (day.Day % 2 == 0)
        {
            company.RecordEvidence(
                new Evidence(
                    EvidenceClaim.Representative,
                    isChinese ? "营业执照副本（演示）" : "법인등기사항증명서(시연)",
                    agency,
                    day,
                    day.AddYears(1)
                )
            );
        }
    }

    private async Task<IReadOnlyList<Listing>> MoveListingsAsync(List<Company> companies, DateTime now, CancellationToken cancellationToken)
    {
        var ids = companies.ConvertAll(company => company.Id);
        var korean = companies.Find(company => company.ExternalReference == DemonstrationData.KoreanFirm)!.Id;
        var listings = await db
            .Listings.Where(listing => ids.Contains(listing.CompanyId) && listing.State == ListingState.Draft)
            .OrderBy(listing => listing.ExternalReference)
            .ToListAsync(cancellationToken);
        var returned = listings.FindLast(listing => listing.CompanyId == korean);
        foreach (var (index, listing) in listings.Index())
        {
            Move(listing, listing == returned, waits: index % WaitingEvery == WaitingEvery - 1, now);
        }

        return listings;
    }

    private static void Move(Listing listing, bool isReturned, bool waits, DateTime now)
    {
        Expect(listing.Submit(author: Guid.Empty, now));
        if (isReturned)
        {
            Expect(listing.StartReview());
            Expect(listing.RequestChanges(DemonstrationData.ReturnReason, now));
        }
        else if (!waits)
        {
            Expect(listing.StartReview());
            Expect(listing.Publish(now));
        }
    }

    internal static void Expect(Result step)
    {
        if (!step.Succeeded)
        {
            throw new InvalidOperationException($"A step of the demonstration data is not allowed: {step.Errors[0].Code}.");
        }
    }
}
