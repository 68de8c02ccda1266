using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Agencies;

/// <summary>An agency notes what it has looked up about a firm of its own country.</summary>
public sealed class RecordEvidence(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    /// <param name="expiresOn">The last day on which it counts, or null for no end.</param>
    public async Task<Result> ExecuteAsync(
        CompanyId id,
        EvidenceClaim claim,
        string source,
        DateOnly checkedOn,
        DateOnly? expiresOn,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (await db.CheckableAsync(id, actor, cancellationToken) is not { } company || actor.AgencyId is not { } agency)
        {
            return Error.NotFound;
        }

        var errors = new List<Error>();
        if (string.IsNullOrWhiteSpace(source))
        {
            errors.Add(AgencyErrors.SourceMissing);
        }

        // Where the checker sits, the day may already be tomorrow's in UTC.
        if (checkedOn > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(9)))
        {
            errors.Add(AgencyErrors.CheckedInFuture);
        }

        if (expiresOn < checkedOn)
        {
            errors.Add(AgencyErrors.ExpiresBeforeCheck);
        }

        if (errors.Count > 0)
        {
            return Result.Failure(errors);
        }

        var evidence = new Evidence(claim, source.Trim(), agency, Midnight(checkedOn), expiresOn is { } day ? Midnight(day) : null);
        company.RecordEvidence(evidence);
        db.Audit(AuditActions.EvidenceRecorded, company, evidence, actor, clock.GetUtcNow().UtcDateTime);
        outbox.Add(CompanyEvents.OfChange(id));
        return await db.SaveOrStaleAsync(cancellationToken);
    }

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}

/// <summary>The agency that recorded a check takes it back.</summary>
public sealed class RevokeEvidence(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(CompanyId id, int evidence, Actor actor, CancellationToken cancellationToken)
    {
        if (
            await db.CheckableAsync(id, actor, cancellationToken) is not { } company
            || company.Evidence.SingleOrDefault(item => item.Id == evidence && item.CheckedBy == actor.AgencyId) is not { } item
        )
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var revoked = company.RevokeEvidence(evidence, now);
        db.Audit(AuditActions.EvidenceRevoked, company, item, actor, now);
        outbox.Add(CompanyEvents.OfChange(id));
        return revoked.Succeeded ? await db.SaveOrStaleAsync(cancellationToken) : revoked;
    }
}

internal static class CheckableCompanies
{
    public static void Audit(this AppDbContext db, string action, Company company, Evidence evidence, Actor actor, DateTime now) =>
        db.Add(
            AuditEntry.Of(
                actor,
                action,
                company.Id.Value,
                company.Profile.Names.In(company.Country.Language()),
                now,
                $"{evidence.Claim}: {evidence.Source}"
            )
        );

    /// <summary>Null when the actor acts for no agency of the firm's country, or is one of the firm's own people.</summary>
    public static async Task<Company?> CheckableAsync(this AppDbContext db, CompanyId id, Actor actor, CancellationToken cancellationToken)
    {
        var country = await db
            .Agencies.Where(agency => agency.Id == actor.AgencyId)
            .Select(agency => (Country?)agency.Country)
            .SingleOrDefaultAsync(cancellationToken);
        var isOwnFirm = await db.Memberships.AnyAsync(item => item.UserId == actor.UserId && item.CompanyId == id, cancellationToken);
        return country is null || isOwnFirm
            ? null
            : await db.Companies.SingleOrDefaultAsync(company => company.Id == id && company.Country == country, cancellationToken);
    }
}
