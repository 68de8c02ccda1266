using System.Globalization;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>Firms whose existence an agency has checked and that are not at the expo yet, newest first.</summary>
public sealed class ListInvitable(AppDbContext db, TimeProvider clock)
{
    private const int PageSize = 25;

    /// <param name="country">Null for both.</param>
    /// <param name="sector">Empty for all.</param>
    public async Task<Page<InvitableFirm>> ExecuteAsync(
        ExpoId id,
        Country? country,
        string sector,
        int page,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var firms = db
            .Companies.AsNoTracking()
            .Where(company => db.OrganisedBy(actor).Any(expo => expo.Id == id))
            .Where(company => !db.Set<ExpoFirm>().Any(firm => firm.ExpoId == id && firm.CompanyId == company.Id))
            .WhereChecked(clock.GetUtcNow().UtcDateTime)
            .Where(company => country == null || company.Country == country)
            .Where(company => sector == "" || company.Profile.Sector == sector);
        var total = await firms.CountAsync(cancellationToken);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await firms
            .OrderByDescending(company => company.CreatedAt)
            .ThenBy(company => company.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(company => new InvitableFirm(company.Id, company.Country, company.Profile.Names, company.Profile.Sector))
            .ToListAsync(cancellationToken);
        return new Page<InvitableFirm>(rows, page, PageSize, total);
    }
}

public sealed record InvitableFirm(CompanyId Id, Country Country, LocalizedText Names, string Sector);

/// <summary>Invites firms of the platform; those that are invited already stay as they are.</summary>
public sealed class InviteFirms(AppDbContext db, ChangeExpo change, OutboxWriter outbox, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(
        ExpoId id,
        IReadOnlyCollection<CompanyId> firms,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var known = await db.CheckedAsync(firms, clock, cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoFirmsInvited,
            (expo, now) =>
            {
                var invited = expo.Invite(known, now);
                outbox.TellInvited(expo, now);
                return invited;
            },
            _ => known.Count.ToString(CultureInfo.InvariantCulture),
            cancellationToken
        );
    }
}

/// <summary>Firms of the platform that have come without an invitation: they attend at once, until the expo is over.</summary>
public sealed class AddWalkIns(AppDbContext db, ChangeExpo change, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(
        ExpoId id,
        IReadOnlyCollection<CompanyId> firms,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var known = await db.CheckedAsync(firms, clock, cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoWalkInsAdded,
            ExpoState.Finished,
            (expo, now) => expo.AddWalkIns(known, now),
            _ => known.Count.ToString(CultureInfo.InvariantCulture),
            cancellationToken
        );
    }
}

file static class ChosenCompanies
{
    public static Task<List<CompanyId>> CheckedAsync(
        this AppDbContext db,
        IReadOnlyCollection<CompanyId> firms,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        db
            .Companies.WhereChecked(clock.GetUtcNow().UtcDateTime)
            .Where(company => firms.Contains(company.Id))
            .Select(company => company.Id)
            .ToListAsync(cancellationToken);
}
