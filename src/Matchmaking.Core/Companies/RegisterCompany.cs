using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies;

/// <summary>
/// Enters a firm; the person becomes its owner and acts for it from now on. A number that an import brought, and that neither a person
/// nor an agency has touched, is taken over.
/// </summary>
public sealed class RegisterCompany(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    private const int SimilarShown = 3;

    /// <summary>From here on the person is asked; weaker likenesses are shown to agencies only.</summary>
    private const double Telling = 0.8;

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

        if (
            !input.SimilarNameAccepted
            && await SimilarAsync(input.Country, profile.Names, known?.Id, cancellationToken) is { Count: > 0 } alike
        )
        {
            return CompanyErrors.SimilarName(string.Join(", ", alike));
        }

        var company = known ?? db.Companies.Add(Company.Register(input.Country, number.Value, profile, contact, now, actor.UserId)).Entity;
        if (known is not null)
        {
            company.Edit(profile, contact, now, actor.UserId);
            company.ChangeMembers();
        }

        return await SaveAsync(company, actor, now, cancellationToken);
    }

    private async Task<bool> IsUnclaimedAsync(Company company, CancellationToken cancellationToken) =>
        company.Evidence.Count == 0 && !await db.Memberships.AnyAsync(membership => membership.CompanyId == company.Id, cancellationToken);

    /// <summary>
    /// Firms of that country that are called the same once legal form, width, case and script are taken away, at most three. Compared here and not
    /// in the database: it is asked once for each new firm, and the rules of comparison are the language layer's.
    /// </summary>
    private async Task<IReadOnlyList<string>> SimilarAsync(
        Country country,
        LocalizedText names,
        CompanyId? except,
        CancellationToken cancellationToken
    )
    {
        var own = new FirmNames(names);
        var others = await db
            .Companies.AsNoTracking()
            .Where(company => company.Country == country && company.Id != except)
            .Select(company => company.Profile.Names)
            .ToListAsync(cancellationToken);
        return
        [
            .. others
                .Where(other => own.Compare(new FirmNames(other))?.Confidence >= Telling)
                .Take(SimilarShown)
                .Select(other => other.For(country.Language())),
        ];
    }

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
