using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>The firms of the other country in the order of how well they fit the actor's firm.</summary>
public sealed class FindPartners(PartnersPages pages)
{
    public async Task<Result<PartnersPage>> ExecuteAsync(PartnersRequest request, Actor actor, CancellationToken cancellationToken) =>
        actor.CompanyId is { } company ? await pages.MakeAsync(company, listing: null, request, cancellationToken) : Error.NotFound;
}
