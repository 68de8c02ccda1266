using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Agencies;

/// <param name="Text">Part of a name or of a registration number.</param>
/// <param name="IsVerified">Null for both.</param>
public sealed record CompanyFilter(string Text, string Sector, bool? IsVerified, int Page);

/// <summary>The firms of the agency's own country, newest first.</summary>
public sealed class ListCompanies(AppDbContext db, TimeProvider clock)
{
    private const int PageSize = 25;

    public async Task<Result<Page<CompanyRow>>> ExecuteAsync(CompanyFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(item => item.Id == actor.AgencyId, cancellationToken);
        if (agency is null)
        {
            return Error.NotFound;
        }

        var existing = db.Companies.WhereChecked(clock.GetUtcNow().UtcDateTime);
        var firms = db.Companies.AsNoTracking().Where(company => company.Country == agency.Country);
        var text = filter.Text.Trim();
        var number = RegistrationNumber.Parse(agency.Country, text);
        if (number.Succeeded)
        {
            firms = firms.Where(company => company.RegistrationNumber == number.Value);
        }
        else if (text.Length > 0)
        {
            // Text is compared by code point on all databases: whoever looks for a name writes it in capitals or not.
            var lower = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database does it, which knows no culture.
            firms = firms.Where(company =>
                company.Profile.Names.Zh.ToLower().Contains(lower)
                || company.Profile.Names.Ko.ToLower().Contains(lower)
                || company.Profile.Names.En.ToLower().Contains(lower)
            );
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        if (filter.Sector.Length > 0)
        {
            firms = firms.Where(company => company.Profile.Sector == filter.Sector);
        }

        if (filter.IsVerified is { } verified)
        {
            firms = firms.Where(company => existing.Any(item => item.Id == company.Id) == verified);
        }

        var total = await firms.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await firms
            .OrderByDescending(company => company.CreatedAt)
            .ThenBy(company => company.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(company => new CompanyRow(
                company.Id,
                company.Profile.Names,
                company.RegistrationNumber,
                company.Profile.Sector,
                company.Profile.Region,
                existing.Any(item => item.Id == company.Id),
                company.CreatedAt
            ))
            .ToListAsync(cancellationToken);
        return new Page<CompanyRow>(rows, page, PageSize, total);
    }
}

public sealed record CompanyRow(
    CompanyId Id,
    LocalizedText Names,
    RegistrationNumber? RegistrationNumber,
    string Sector,
    string Region,
    bool IsVerified,
    DateTime CreatedAt
);
