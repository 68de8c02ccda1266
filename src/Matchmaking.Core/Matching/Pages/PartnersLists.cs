using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Microsoft.Extensions.Caching.Hybrid;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Ranks the partners of a firm, once for all the pages that are looked at within a short time.</summary>
public sealed class PartnersLists(
    FirmTexts firms,
    ListingVectors vectors,
    PartnerRanking ranking,
    RankingQueue queue,
    HybridCache cache,
    TimeProvider clock
)
{
    /// <summary>Firms of a list that are kept with all that their reasons take. Who reads on has the rest ranked for each page.</summary>
    public const int Kept = 5 * PartnersRequest.PageSize;

    /// <summary>How long a list and its pages are shown again. A partner that is new in the index comes up after this time at the latest.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    /// <summary>A pair below this does not count as something for a listing.</summary>
    private const double CountedPair = 0.15;

    /// <summary>In this process alone: what it holds are the objects of this process, and each node makes its own.</summary>
    internal static readonly HybridCacheEntryOptions ForAWhile = new()
    {
        Expiration = KeptFor,
        LocalCacheExpiration = KeptFor,
        Flags = HybridCacheEntryFlags.DisableDistributedCache,
    };

    /// <summary>With the best firms only, unless the page asks for more.</summary>
    /// <returns>Null where the firm or the one listing is not there, or nothing of the firm is live.</returns>
    /// <exception cref="PartnerIndexUnavailableException" />
    internal async Task<PartnersList?> OfAsync(PartnersQuestion question)
    {
        // Others may wait for the same list: it is made to its end, with the services of whoever asked first.
        var list = await cache.GetOrCreateAsync(
            question.ListKey(),
            async cancellationToken => await RankAsync(question, Kept, cancellationToken),
            ForAWhile,
            cancellationToken: CancellationToken.None
        );
        return list is null || list.Holds(list.Clamp(question.Request.Page))
            ? list
            : await RankAsync(question, int.MaxValue, CancellationToken.None);
    }

    /// <summary>All the firms that the pages show, best first.</summary>
    /// <exception cref="PartnerIndexUnavailableException" />
    internal async Task<IReadOnlyList<CompanyId>> FirmsAsync(
        CompanyId company,
        PartnersRequest request,
        CancellationToken cancellationToken
    )
    {
        if (await AskingAsync(company, listing: null, request, cancellationToken) is not var (_, asking))
        {
            return [];
        }

        var filter = Filter(asking, request, clock.GetUtcNow().UtcDateTime);
        var ranked = await RankAsync(asking, filter, request.Text, cancellationToken);
        return [.. ranked.Fitting().Firms.Select(partner => partner.Id)];
    }

    private async Task<PartnersList?> RankAsync(PartnersQuestion question, int kept, CancellationToken cancellationToken)
    {
        if (await AskingAsync(question.Company, question.Listing, question.Request, cancellationToken) is not var (me, asking))
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var filter = Filter(asking, question.Request, now);
        var ranked = (await RankAsync(asking, filter, question.Request.Text, cancellationToken)).Fitting();
        IReadOnlyList<FacetCandidate> pool = [.. ranked.Firms.Select(partner => FacetCandidate.Of(partner.Profile))];
        var everywhere = filter.IsEmpty ? null : await OfAsync(question.Everywhere());
        var ordered = question.Request.Order == PartnerOrder.Newest ? Newest(ranked.Firms) : ranked.Firms;
        return new PartnersList(
            me,
            asking,
            ranked with
            {
                Firms = [.. ordered.Take(kept)],
            },
            ordered.Count,
            pool,
            FacetCounts.Of(everywhere?.Pool ?? pool, filter, question.Request.VerifiedOnly, now),
            everywhere?.Listings ?? Choices(me, asking, ranked)
        );
    }

    private Task<RankedFirms> RankAsync(FirmText asking, PartnerFilter filter, string text, CancellationToken cancellationToken) =>
        queue.RunAsync(() => ranking.RankAsync(asking, filter, Words(text), cancellationToken), cancellationToken);

    /// <summary>With the vectors that are kept: nothing is encoded anew for a page.</summary>
    private async Task<(FirmText Me, FirmText Asking)?> AskingAsync(
        CompanyId company,
        ListingId? listing,
        PartnersRequest request,
        CancellationToken cancellationToken
    )
    {
        if (await firms.ReadAsync([company], cancellationToken) is not [{ Listings.Count: > 0 } me])
        {
            return null;
        }

        // Those that are not mine or no longer live are no choice.
        var chosen = me.Listings.Where(own => listing is { } only ? own.Id == only : request.Listings.Contains(own.Id)).ToList();
        if (chosen.Count == 0 && listing is not null)
        {
            return null;
        }

        var asking = chosen.Count == 0 ? me : me with { Listings = chosen };
        return (me, (await vectors.AddAsync([asking], cancellationToken))[0]);
    }

    private static PartnerFilter Filter(FirmText asking, PartnersRequest request, DateTime now) =>
        new()
        {
            Country = asking.Country.Other(),
            Sectors = request.Sectors,
            Chapters = request.Chapters,
            Modes = request.Modes,
            Regions = request.Regions,
            VerifiedAt = request.VerifiedOnly ? now : null,
        };

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

    private static List<RankedFirm> Newest(IReadOnlyList<RankedFirm> firms) =>
        [.. firms.OrderByDescending(firm => firm.Profile.Listings.Max(listing => listing.ChangedOn))];

    private static IReadOnlyList<OwnListingChoice> Choices(FirmText me, FirmText asking, RankedFirms ranked)
    {
        var counts = ranked
            .Firms.SelectMany(partner => partner.Score.TheyOffer.Pairs.Concat(partner.Score.TheyNeed.Pairs))
            .Where(pair => pair.Signals.Score >= CountedPair)
            .CountBy(pair => asking.Listings[pair.Mine].Id)
            .ToDictionary();
        var chosen = asking.Listings.Select(listing => listing.Id).ToHashSet();
        return
        [
            .. me.Listings.Select(listing => new OwnListingChoice(
                listing.Id,
                listing.Kind,
                listing.Content.Language,
                listing.Content.Title,
                counts.GetValueOrDefault(listing.Id),
                chosen.Contains(listing.Id)
            )),
        ];
    }
}
