using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies;

/// <summary>
/// Enters a firm; the person becomes its owner and acts for it from now on. A number that an import brought, and that neither a person
/// nor an agency has touched, is taken over.
/// </summary>
public sealed class RegisterCompany(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    public async Task<Result<CompanyId>> ExecuteAsync(CompanyInput input, Actor actor, CancellationToken cancellationToken)
    {
        var number = RegistrationNumber.Parse(input.Country, input.RegistrationNumber);
        var values = input.Check();
        if (number.Errors.Concat(values.Errors).ToList() is { Count: > 0 } errors)
        {
            return Result<CompanyId>.Failure(errors);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (profile, contact) = values.Value;
        var known = await db.Companies.SingleOrDefaultAsync(
            company => company.Country == input.Country && company.RegistrationNumber == number.Value,
            cancellationToken
        );
        if (known is not null && !await IsUnclaimedAsync(known, cancellationToken))
        {
            return CompanyErrors.AlreadyRegistered;
        }

        var company = known ?? db.Companies.Add(Company.Register(input.Country, number.Value, profile, contact, now, actor.UserId)).Entity;
        if (known is not null)
        {
            company.Edit(profile, contact, now, actor.UserId);
            company.ChangeMembers(now);
        }

        return await SaveAsync(company, actor, now, cancellationToken);
    }

    private async Task<bool> IsUnclaimedAsync(Company company, CancellationToken cancellationToken) =>
        company.Evidence.Count == 0 && !await db.Memberships.AnyAsync(membership => membership.CompanyId == company.Id, cancellationToken);

    private async Task<Result<CompanyId>> SaveAsync(Company company, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        var ownership = new Membership
        {
            UserId = actor.UserId,
            CompanyId = company.Id,
            Role = MembershipRole.Owner,
            JoinedAt = now,
        };
        db.Memberships.Add(ownership);
        outbox.Add(CompanyEvents.OfChange(company.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return CompanyErrors.AlreadyRegistered;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            return CompanyErrors.AlreadyRegistered;
        }

        await db.ActAsAsync(actor.UserId, ownership.Id, cancellationToken);
        return company.Id;
    }
}
