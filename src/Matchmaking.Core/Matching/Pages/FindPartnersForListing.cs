using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>The firms of the other country that have something for one live listing of the actor's firm.</summary>
public sealed class FindPartnersForListing(PartnersPages pages)
{
    public async Task<Result<PartnersPage>> ExecuteAsync(
        ListingId listing,
        PartnersRequest request,
        Actor actor,
        CancellationToken cancellationToken
    ) => actor.CompanyId is { } company ? await pages.MakeAsync(company, listing, request, cancellationToken) : Error.NotFound;
}
