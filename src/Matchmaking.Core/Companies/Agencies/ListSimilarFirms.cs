using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Agencies;

/// <summary>
/// Firms of the same country that are probably called like this one, for the agency that looks at it. A hint and no more: only the register
/// tells two firms apart.
/// </summary>
public sealed class ListSimilarFirms(AppDbContext db)
{
    private const int Limit = 10;

    /// <summary>Surest first; empty for anybody but an agency of the firm's country.</summary>
    public async Task<IReadOnlyList<SimilarFirm>> ExecuteAsync(CompanyId id, Actor? actor, CancellationToken cancellationToken)
    {
        var agency = actor?.AgencyId;
        var firm = await db
            .Companies.AsNoTracking()
            .Where(company => company.Id == id && db.Agencies.Any(item => item.Id == agency && item.Country == company.Country))
            .Select(company => new { company.Country, company.Profile.Names })
            .SingleOrDefaultAsync(cancellationToken);
        if (firm is null)
        {
            return [];
        }

        // Compared here and not in the database, whose collation knows neither readings nor sounds.
        var own = new FirmNames(firm.Names);
        var alike = new List<SimilarFirm>();
        var others = db
            .Companies.AsNoTracking()
            .Where(company => company.Country == firm.Country && company.Id != id)
            .Select(company => new
            {
                company.Id,
                company.Profile.Names,
                company.RegistrationNumber,
            })
            .AsAsyncEnumerable();
        await foreach (var other in others.WithCancellation(cancellationToken))
        {
            if (own.Compare(new FirmNames(other.Names)) is { } likeness)
            {
                alike.Add(new SimilarFirm(other.Id, other.Names, other.RegistrationNumber, likeness.Reason, likeness.Confidence));
            }
        }

        return [.. alike.OrderByDescending(item => item.Confidence).ThenBy(item => item.Names.En, StringComparer.Ordinal).Take(Limit)];
    }
}

/// <param name="Confidence">From 0 to 1.</param>
public sealed record SimilarFirm(
    CompanyId Id,
    LocalizedText Names,
    RegistrationNumber? RegistrationNumber,
    FirmNameReason Reason,
    double Confidence
);
