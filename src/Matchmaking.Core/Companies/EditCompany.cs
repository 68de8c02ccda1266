using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies;

/// <summary>Changes profile and contact; country and registration number stay.</summary>
public sealed class EditCompany(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    /// <param name="revision">The profile's revision that the form was filled from.</param>
    public async Task<Result> ExecuteAsync(CompanyId id, int revision, CompanyInput input, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.ActsFor(id) || !actor.IsOwner)
        {
            return Error.NotFound;
        }

        while (true)
        {
            var company = await db.Companies.SingleAsync(company => company.Id == id, cancellationToken);
            var values = (input with { Country = company.Country }).Check();
            if (!values.Succeeded)
            {
                return values;
            }

            if (company.ProfileRevision != revision)
            {
                return await db.ChangedByAsync(company.ProfileChangedBy, company.ProfileChangedAt, cancellationToken);
            }

            var now = clock.GetUtcNow().UtcDateTime;
            company.Edit(values.Value.Profile, values.Value.Contact, now, actor.UserId);
            outbox.Add(CompanyEvents.OfChange(id));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return Result.Success;
            }
            catch (DbUpdateConcurrencyException)
            {
                // A listing going live writes the same row: only another edit of the profile is worth a question.
                db.ChangeTracker.Clear();
            }
        }
    }
}
