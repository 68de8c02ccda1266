using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>
/// Makes the page of ranked partners for some or all of a firm's live listings. A page that was made a moment ago is shown again as long as
/// no firm on it has changed: whatever was withdrawn or suspended is gone at once, on every node.
/// </summary>
public sealed class PartnersPages(
    AppDbContext db,
    IPartnerIndex index,
    PartnersLists lists,
    PartnerRows rows,
    HybridCache cache,
    TimeProvider clock
)
{
    /// <param name="listing">The page is about this one listing of the firm; null for those that the request chooses.</param>
    /// <returns>Errors: not found, search not at hand.</returns>
    public async Task<Result<PartnersPage>> MakeAsync(
        CompanyId company,
        ListingId? listing,
        PartnersRequest request,
        CancellationToken cancellationToken
    )
    {
        if (await VersionsAsync([company], cancellationToken) is not [var me])
        {
            return Error.NotFound;
        }

        var today = ListingContent.Today(clock.GetUtcNow().UtcDateTime);
        var state = await index.StateAsync(cancellationToken);
        try
        {
            var question = new PartnersQuestion(company, me.Version, listing, today, state, request);
            return await CurrentAsync(question, cancellationToken) is { } made ? made.Page
                : listing is null ? await EmptyAsync(company, cancellationToken)
                : Error.NotFound;
        }
        catch (PartnerIndexUnavailableException)
        {
            return SearchErrors.Unavailable;
        }
    }

    /// <returns>Null where there is nothing live to ask for.</returns>
    private async Task<MadePage?> CurrentAsync(PartnersQuestion question, CancellationToken cancellationToken)
    {
        var isNew = false;
        var made = await cache.GetOrCreateAsync(
            question.PageKey(),
            async _ =>
            {
                isNew = true;
                return await MakeAsync(question);
            },
            PartnersLists.ForAWhile,
            cancellationToken: CancellationToken.None
        );
        if (isNew || made is null || made.Firms.SetEquals(await VersionsAsync([.. made.Firms.Select(firm => firm.Id)], cancellationToken)))
        {
            return made;
        }

        made = await MakeAsync(question);
        await cache.SetAsync(question.PageKey(), made, PartnersLists.ForAWhile, cancellationToken: cancellationToken);
        return made;
    }

    private async Task<MadePage?> MakeAsync(PartnersQuestion question)
    {
        if (await lists.OfAsync(question) is not { } list)
        {
            return null;
        }

        var number = list.Clamp(question.Request.Page);
        var shown = list.Ranked.Firms.Skip((number - 1) * PartnersRequest.PageSize).Take(PartnersRequest.PageSize).ToList();
        var (items, firms) = await rows.MakeAsync(list.Ranked, list.Asking, shown, CancellationToken.None);
        var page = new PartnersPage(
            question.State == PartnerIndexState.NeedsRebuild ? PartnersState.IndexBuilding : PartnersState.Ranked,
            new Page<PartnerRow>(items, number, PartnersRequest.PageSize, list.Total),
            list.Facets,
            list.Listings,
            Improvements.OfFirm(list.Me, list.Me.VerifiedUntil > clock.GetUtcNow().UtcDateTime)
        );
        return new MadePage(page, firms);
    }

    private async Task<PartnersPage> EmptyAsync(CompanyId company, CancellationToken cancellationToken)
    {
        var hasWritten = await db.Listings.AnyAsync(listing => listing.CompanyId == company, cancellationToken);
        return new PartnersPage(
            hasWritten ? PartnersState.NothingLive : PartnersState.NoListing,
            new Page<PartnerRow>([], 1, PartnersRequest.PageSize, 0),
            FacetCounts.Of([], PartnerFilter.None, verifiedChosen: false, clock.GetUtcNow().UtcDateTime),
            [],
            []
        );
    }

    /// <summary>As they are now; a firm that is not there is left out.</summary>
    private Task<List<FirmVersion>> VersionsAsync(IReadOnlyList<CompanyId> ids, CancellationToken cancellationToken) =>
        db
            .Companies.AsNoTracking()
            .Where(company => ids.Contains(company.Id))
            .Select(company => new FirmVersion(company.Id, company.IndexVersion))
            .ToListAsync(cancellationToken);
}
