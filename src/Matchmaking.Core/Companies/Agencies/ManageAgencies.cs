using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Agencies;

public sealed class CreateAgency(AppDbContext db)
{
    public async Task<Result<AgencyId>> ExecuteAsync(Country country, LocalizedText names, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsAdministrator)
        {
            return Error.NotFound;
        }

        names = new LocalizedText(names.Zh.Trim(), names.Ko.Trim(), names.En.Trim());
        if (names.En.Length == 0)
        {
            return AgencyErrors.NameMissing;
        }

        var agency = new Agency { Country = country, Names = names };
        db.Agencies.Add(agency);
        await db.SaveChangesAsync(cancellationToken);
        return agency.Id;
    }
}

/// <summary>Somebody with a confirmed account reviews for the agency from now on.</summary>
public sealed class AddReviewer(AppDbContext db, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(AgencyId agency, string email, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsAdministrator || !await db.Agencies.AnyAsync(item => item.Id == agency, cancellationToken))
        {
            return Error.NotFound;
        }

        var normalized = email.Trim().ToUpperInvariant();
        var user = await db
            .Users.Where(user => user.NormalizedEmail == normalized && user.EmailConfirmed)
            .Select(user => (Guid?)user.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (user is null)
        {
            return AgencyErrors.NoSuchPerson;
        }

        db.Memberships.Add(
            new Membership
            {
                UserId = user.Value,
                AgencyId = agency,
                JoinedAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            return AgencyErrors.AlreadyReviewer;
        }
    }
}

public sealed class RemoveReviewer(AppDbContext db)
{
    public async Task<Result> ExecuteAsync(AgencyId agency, MembershipId id, Actor actor, CancellationToken cancellationToken)
    {
        var membership = actor.IsAdministrator
            ? await db.Memberships.SingleOrDefaultAsync(item => item.Id == id && item.AgencyId == agency, cancellationToken)
            : null;
        if (membership is null)
        {
            return Error.NotFound;
        }

        db.Memberships.Remove(membership);
        return await db.SaveOrStaleAsync(cancellationToken);
    }
}

public sealed class ListAgencies(AppDbContext db)
{
    /// <param name="reader">Agencies stand in the order of what they are called in this language.</param>
    public async Task<Result<AgenciesPage>> ExecuteAsync(LanguageCode reader, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsAdministrator)
        {
            return Error.NotFound;
        }

        var agencies = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
        var reviewers = await db
            .Memberships.AsNoTracking()
            .Where(membership => membership.AgencyId != null)
            .Join(
                db.Users,
                membership => membership.UserId,
                user => user.Id,
                (membership, user) =>
                    new
                    {
                        membership.AgencyId,
                        membership.Id,
                        user.DisplayName,
                        user.Email,
                    }
            )
            .ToListAsync(cancellationToken);
        return new AgenciesPage([
            .. agencies
                .OrderBy(agency => agency.Country)
                .ThenBy(agency => agency.Names.For(reader), StringComparer.CurrentCulture)
                .Select(agency => new AgencyView(
                    agency.Id,
                    agency.Country,
                    agency.Names,
                    [
                        .. reviewers
                            .Where(item => item.AgencyId == agency.Id)
                            .OrderBy(item => item.DisplayName, StringComparer.CurrentCulture)
                            .Select(item => new ReviewerView(item.Id, item.DisplayName, item.Email!)),
                    ]
                )),
        ]);
    }
}

public sealed record AgenciesPage(IReadOnlyList<AgencyView> Agencies);

public sealed record AgencyView(AgencyId Id, Country Country, LocalizedText Names, IReadOnlyList<ReviewerView> Reviewers);

public sealed record ReviewerView(MembershipId Id, string Name, string Email);
