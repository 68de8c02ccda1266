using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>The firms of the other country in the order of how well they fit the actor's firm.</summary>
public sealed class FindPartners(FirmTexts firms, PartnersPages pages)
{
    public async Task<Result<PartnersPage>> ExecuteAsync(PartnersRequest request, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.CompanyId is not { } company || await firms.ReadAsync([company], cancellationToken) is not [var me])
        {
            return Error.NotFound;
        }

        // Listings that are not mine or no longer live are no choice.
        var chosen = request.Listings.Intersect(me.Listings.Select(listing => listing.Id)).ToHashSet();
        return await pages.MakeAsync(me, chosen, request, cancellationToken);
    }
}
