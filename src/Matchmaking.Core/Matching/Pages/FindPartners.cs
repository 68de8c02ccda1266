using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

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

        return await pages.MakeAsync(me, Chosen(me, request), request, cancellationToken);
    }

    /// <summary>Listings that are not mine or no longer live are no choice.</summary>
    internal static HashSet<ListingId> Chosen(FirmText me, PartnersRequest request) =>
        [.. request.Listings.Intersect(me.Listings.Select(listing => listing.Id))];
}
