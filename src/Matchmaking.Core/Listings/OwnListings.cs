using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Listings;

/// <summary>Finds and saves a listing for the firm that it belongs to. To anybody else it is not there.</summary>
public sealed class OwnListings(AppDbContext db)
{
    public Task<Listing?> FindAsync(ListingId id, Actor actor, CancellationToken cancellationToken)
    {
        var company = actor.CompanyId;
        return db.Listings.SingleOrDefaultAsync(listing => listing.Id == id && listing.CompanyId == company, cancellationToken);
    }

    /// <summary>The country of the firm that the actor acts for.</summary>
    public Task<Country> CountryAsync(Actor actor, CancellationToken cancellationToken)
    {
        var id = actor.CompanyId;
        return db.Companies.Where(company => company.Id == id).Select(company => company.Country).SingleAsync(cancellationToken);
    }

    public async Task<Result> SaveAsync(Listing listing, Func<Task> save, CancellationToken cancellationToken)
    {
        try
        {
            await save();
            return Result.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await StaleAsync(listing.Id, cancellationToken);
        }
    }

    /// <summary>Who was faster, and when.</summary>
    public async Task<Error> StaleAsync(ListingId id, CancellationToken cancellationToken)
    {
        var present = await (
            from listing in db.Listings.AsNoTracking()
            where listing.Id == id
            join user in db.Users on listing.UpdatedBy equals user.Id into users
            from user in users.DefaultIfEmpty()
            select new
            {
                listing.UpdatedAt,
                listing.DecidedAt,
                DisplayName = (string?)user.DisplayName,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        return present switch
        {
            null => Error.NotFound,
            { DecidedAt: { } decided } when decided > present.UpdatedAt => ListingErrors.DecidedMeanwhile,
            { DisplayName: null } => Error.Stale,
            _ => Error.ChangedBy(present.DisplayName, present.UpdatedAt),
        };
    }
}
