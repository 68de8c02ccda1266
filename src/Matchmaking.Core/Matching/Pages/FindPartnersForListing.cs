using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>The firms of the other country that have something for one live listing of the actor's firm.</summary>
public sealed class FindPartnersForListing(FirmTexts firms, PartnersPages pages)
{
    public async Task<Result<PartnersPage>> ExecuteAsync(
        ListingId listing,
        PartnersRequest request,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (actor.CompanyId is not { } company || await firms.ReadAsync([company], cancellationToken) is not [var me])
        {
            return Error.NotFound;
        }

        return me.Listings.Any(own => own.Id == listing)
            ? await pages.MakeAsync(me, [listing], request, cancellationToken)
            : Error.NotFound;
    }
}
