using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies;

/// <summary>The page of one firm, as this viewer may see it.</summary>
public sealed class ReadCompany(AppDbContext db, ContactVisibility contacts, TimeProvider clock)
{
    public async Task<Result<CompanyView>> ExecuteAsync(CompanyId id, Actor? viewer, CancellationToken cancellationToken)
    {
        var company = await db.Companies.AsNoTracking().SingleOrDefaultAsync(company => company.Id == id, cancellationToken);
        if (company is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var agencies = company.Evidence.Select(item => item.CheckedBy).Distinct().ToList();
        var names = await db
            .Agencies.AsNoTracking()
            .Where(agency => agencies.Contains(agency.Id))
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Names, cancellationToken);
        return new CompanyView
        {
            Id = id,
            Country = company.Country,
            RegistrationNumber = company.RegistrationNumber,
            Profile = company.Profile,
            ProfileChangedAt = company.ProfileChangedAt,
            ProfileRevision = company.ProfileRevision,
            Contact = await contacts.IsOpenAsync(id, viewer, cancellationToken) ? company.Contact : null,
            IsClaimed = await db.Memberships.AnyAsync(membership => membership.CompanyId == id, cancellationToken),
            IsVerified = company.IsVerified(now),
            Evidence =
            [
                .. company
                    .Evidence.Where(item => item.IsValid(now))
                    .OrderBy(item => item.Claim)
                    .ThenByDescending(item => item.CheckedAt)
                    .Select(item => new EvidenceView(
                        item.Id,
                        item.Claim,
                        item.Source,
                        names[item.CheckedBy],
                        item.CheckedAt,
                        item.ExpiresAt,
                        item.CheckedBy == viewer?.AgencyId
                    )),
            ],
            IsAcross = await db.FacesAsync(viewer, company.Country, cancellationToken),
            MayEdit = viewer is not null && viewer.ActsFor(id) && viewer.IsOwner,
            MayRecordEvidence =
                viewer?.AgencyId is { } agencyId
                && await db.Agencies.AnyAsync(agency => agency.Id == agencyId && agency.Country == company.Country, cancellationToken),
        };
    }
}

public sealed record CompanyView
{
    public required CompanyId Id { get; init; }

    public required Country Country { get; init; }

    public required RegistrationNumber? RegistrationNumber { get; init; }

    public required CompanyProfile Profile { get; init; }

    public required DateTime ProfileChangedAt { get; init; }

    public required int ProfileRevision { get; init; }

    /// <summary>Null when this viewer may not see it.</summary>
    public required ContactDetails? Contact { get; init; }

    /// <summary>Somebody acts for the firm; false for one that is only known from a file.</summary>
    public required bool IsClaimed { get; init; }

    public required bool IsVerified { get; init; }

    /// <summary>What counts today, by claim.</summary>
    public required IReadOnlyList<EvidenceView> Evidence { get; init; }

    /// <summary>The viewer acts for a firm of the other country.</summary>
    public required bool IsAcross { get; init; }

    public required bool MayEdit { get; init; }

    public required bool MayRecordEvidence { get; init; }
}

/// <param name="IsOwn">Recorded by the viewer's agency, which may take it back.</param>
public sealed record EvidenceView(
    int Id,
    EvidenceClaim Claim,
    string Source,
    LocalizedText Agency,
    DateTime CheckedAt,
    DateTime? ExpiresAt,
    bool IsOwn
);
