using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Makes the page of ranked partners for some or all of a firm's live listings.</summary>
public sealed class PartnersPages(
    AppDbContext db,
    IPartnerIndex index,
    PartnerRanking ranking,
    PartnerRows rows,
    ListingVectors vectors,
    TimeProvider clock
)
{
    /// <summary>A pair below this does not count as something for a listing.</summary>
    private const double CountedPair = 0.15;

    /// <param name="me">The firm with all its live listings.</param>
    /// <param name="chosen">Those that count.</param>
    public async Task<Result<PartnersPage>> MakeAsync(
        FirmText me,
        IReadOnlyCollection<ListingId> chosen,
        PartnersRequest request,
        CancellationToken cancellationToken
    )
    {
        var asking = await AskingAsync(me, chosen, cancellationToken);
        var state = await StateAsync(me, cancellationToken);
        if (asking.Listings.Count == 0)
        {
            return Empty(state, clock.GetUtcNow().UtcDateTime);
        }

        try
        {
            return await RankedAsync(me, asking, chosen, request, state, cancellationToken);
        }
        catch (PartnerIndexUnavailableException)
        {
            return SearchErrors.Unavailable;
        }
    }

    /// <summary>All the firms that <see cref="MakeAsync"/> shows page by page, best first.</summary>
    internal async Task<IReadOnlyList<CompanyId>> FirmsAsync(
        FirmText me,
        IReadOnlyCollection<ListingId> chosen,
        PartnersRequest request,
        CancellationToken cancellationToken
    )
    {
        var asking = await AskingAsync(me, chosen, cancellationToken);
        if (asking.Listings.Count == 0)
        {
            return [];
        }

        var filter = Filter(new PartnerFilter { Country = me.Country.Other() }, request, clock.GetUtcNow().UtcDateTime);
        var ranked = (await ranking.RankAsync(asking, filter, Words(request.Text), cancellationToken)).Fitting();
        return [.. ranked.Firms.Select(partner => partner.Id)];
    }

    /// <summary>Fillers count only where there is nothing else to ask for.</summary>
    internal static IReadOnlyList<WeightedTerm> Words(string text)
    {
        var tokens = Tokenizer.Tokenize(LegalForms.Strip(text)).Where(token => token.Kind != TokenKind.Character).ToList();
        var telling = tokens.FindAll(token => token.Kind != TokenKind.Filler);
        return
        [
            .. (telling.Count > 0 ? telling : tokens)
                // The pieces of a compound are there for those who write it apart; whoever wrote it whole has asked for the whole.
                .Where(token => token.Kind != TokenKind.Part)
                .Select(token => token.Text)
                .Distinct()
                .Select(term => new WeightedTerm(term, 1)),
        ];
    }

    private async Task<PartnersPage> RankedAsync(
        FirmText me,
        FirmText asking,
        IReadOnlyCollection<ListingId> chosen,
        PartnersRequest request,
        PartnersState state,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var everywhere = new PartnerFilter { Country = me.Country.Other() };
        var filter = Filter(everywhere, request, now);
        var words = Words(request.Text);
        var prepared = await ranking.PrepareAsync(asking, cancellationToken);
        var ranked = (await prepared.RankAsync(filter, words, cancellationToken)).Fitting();
        var pool = filter.IsEmpty ? ranked : (await prepared.RankAsync(everywhere, words, cancellationToken)).Fitting();
        var ordered = request.Order == PartnerOrder.Newest ? Newest(ranked.Firms) : ranked.Firms;
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (ordered.Count + PartnersRequest.PageSize - 1) / PartnersRequest.PageSize));
        var shown = ordered.Skip((page - 1) * PartnersRequest.PageSize).Take(PartnersRequest.PageSize).ToList();
        return new PartnersPage(
            state,
            new Page<PartnerRow>(
                await rows.MakeAsync(ranked, asking, shown, cancellationToken),
                page,
                PartnersRequest.PageSize,
                ordered.Count
            ),
            FacetCounts.Of([.. pool.Firms.Select(partner => partner.Profile)], filter, request.VerifiedOnly, now),
            Choices(me, asking, chosen, pool),
            Improvements.OfFirm(me, me.VerifiedUntil > now)
        );
    }

    /// <summary>With the vectors that are kept: nothing is encoded anew for a page.</summary>
    private async Task<FirmText> AskingAsync(FirmText me, IReadOnlyCollection<ListingId> chosen, CancellationToken cancellationToken)
    {
        var asking = me with { Listings = [.. me.Listings.Where(listing => chosen.Count == 0 || chosen.Contains(listing.Id))] };
        return (await vectors.AddAsync([asking], cancellationToken))[0];
    }

    private static PartnerFilter Filter(PartnerFilter everywhere, PartnersRequest request, DateTime now) =>
        everywhere with
        {
            Sectors = request.Sectors,
            Chapters = request.Chapters,
            Modes = request.Modes,
            Regions = request.Regions,
            VerifiedAt = request.VerifiedOnly ? now : null,
        };

    private static PartnersPage Empty(PartnersState state, DateTime now) =>
        new(
            state,
            new Page<PartnerRow>([], 1, PartnersRequest.PageSize, 0),
            FacetCounts.Of([], PartnerFilter.None, verifiedChosen: false, now),
            [],
            []
        );

    private static List<RankedFirm> Newest(IReadOnlyList<RankedFirm> firms) =>
        [.. firms.OrderByDescending(firm => firm.Profile.Listings.Max(listing => listing.ChangedOn))];

    private static IReadOnlyList<OwnListingChoice> Choices(
        FirmText me,
        FirmText asking,
        IReadOnlyCollection<ListingId> chosen,
        RankedFirms pool
    )
    {
        var counts = pool
            .Firms.SelectMany(partner => partner.Score.TheyOffer.Pairs.Concat(partner.Score.TheyNeed.Pairs))
            .Where(pair => pair.Signals.Score >= CountedPair)
            .CountBy(pair => asking.Listings[pair.Mine].Id)
            .ToDictionary();
        return
        [
            .. me.Listings.Select(listing => new OwnListingChoice(
                listing.Id,
                listing.Kind,
                listing.Content.Language,
                listing.Content.Title,
                counts.GetValueOrDefault(listing.Id),
                chosen.Count == 0 || chosen.Contains(listing.Id)
            )),
        ];
    }

    private async Task<PartnersState> StateAsync(FirmText me, CancellationToken cancellationToken)
    {
        if (me.Listings.Count > 0)
        {
            return await index.StateAsync(cancellationToken) == PartnerIndexState.NeedsRebuild
                ? PartnersState.IndexBuilding
                : PartnersState.Ranked;
        }

        return await db.Listings.AnyAsync(listing => listing.CompanyId == me.Id, cancellationToken)
            ? PartnersState.NothingLive
            : PartnersState.NoListing;
    }
}
