using System.Numerics.Tensors;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Exposure;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>Ranks other firms for one firm: the index gives the best few hundred, the scorer puts them in order.</summary>
public sealed class PartnerRanking(IPartnerIndex index, ListingReader reader, ExposureShares exposure, TimeProvider clock)
{
    /// <summary>Candidates that share words and are scored. What stands behind shares too few to come up.</summary>
    public const int CandidateLimit = 250;

    /// <summary>Candidates that are near in meaning, in a market of any size and in a large one: there more of the best come from here.</summary>
    private const int LeastNeighbours = 250;
    private const int MostNeighbours = 500;

    /// <summary>Between the two, one candidate for so many firms.</summary>
    private const int FirmsForOneNeighbour = 100;

    /// <summary>Terms a direction that are asked for, the most telling first; the rest hardly changes who is found, and each is read through.</summary>
    private const int TermLimit = 32;

    /// <summary>What the likely headings of a text count beside it, where neighbours are looked for.</summary>
    private const float HeadingShare = 0.3f;

    /// <summary>What a code says to the engine, beside words: the chapter little, the subheading as much as a rare word.</summary>
    private static readonly Dictionary<int, float> CodeWeights = new()
    {
        ["hs:85".Length] = 0.2f,
        ["hs:8507".Length] = 0.6f,
        ["hs:850760".Length] = 1f,
    };

    /// <param name="firm">The firm that asks, with the listings that count.</param>
    /// <param name="words">Terms that a partner must use, all of them; none is no condition.</param>
    public async Task<RankedFirms> RankAsync(
        FirmText firm,
        PartnerFilter filter,
        IReadOnlyList<WeightedTerm> words,
        CancellationToken cancellationToken
    ) => await (await PrepareAsync(firm, cancellationToken)).RankAsync(filter, words, cancellationToken);

    /// <summary>For whoever ranks for the same firm more than once.</summary>
    public async Task<PreparedRanking> PrepareAsync(FirmText firm, CancellationToken cancellationToken)
    {
        var listings = reader.Terms(firm);
        var mine = MatchProfiles.OfAsking(firm, listings, reader);
        var statistics = await index.StatisticsAsync(
            listings.SelectMany(listing => listing.TellingTerms).ToHashSet(StringComparer.Ordinal),
            cancellationToken
        );
        var query = new PartnerQuery
        {
            Wanted = Terms(firm, listings, ListingKind.Need, statistics),
            Offered = Terms(firm, listings, ListingKind.Offer, statistics),
            WantedVectors = Vectors(mine, ListingKind.Need),
            OfferedVectors = Vectors(mine, ListingKind.Offer),
            BothWays = true,
            Except = firm.Id,
            Limit = CandidateLimit,
            NeighbourLimit = Math.Clamp(statistics.Documents / FirmsForOneNeighbour, LeastNeighbours, MostNeighbours),
        };
        var scorer = new MatchScorer(mine, new OwnTerms(listings, statistics, reader.Chains), clock.GetUtcNow().UtcDateTime);
        return new PreparedRanking(index, exposure, query, mine, statistics, scorer);
    }

    private IReadOnlyList<QuantizedVector> Vectors(MatchProfile mine, ListingKind kind) =>
        [.. mine.Listings.Where(listing => listing.Kind == kind).Select(Vector).OfType<QuantizedVector>()];

    /// <summary>One vector that is near the text and the headings of its things: each further one would cost a scan.</summary>
    private QuantizedVector? Vector(MatchListing listing)
    {
        if (listing.Meaning is null || listing.Headings.Count == 0)
        {
            return listing.Meaning;
        }

        var sum = listing.Meaning.ToFloats();
        var share = HeadingShare / listing.Headings.Sum(heading => heading.Weight);
        foreach (var heading in listing.Headings)
        {
            if (reader.Meanings.OfHeading(heading.Code) is { } meaning)
            {
                var start = sum.AsSpan(0, meaning.Dimensions);
                TensorPrimitives.MultiplyAdd(meaning.ToFloats(), share * heading.Weight * heading.Weight, start, start);
            }
        }

        TensorPrimitives.Divide(sum, TensorPrimitives.Norm<float>(sum), sum);
        return QuantizedVector.Of(sum);
    }

    private static IReadOnlyList<WeightedTerm> Terms(
        FirmText firm,
        IReadOnlyList<ListingTerms> listings,
        ListingKind kind,
        TermStatistics statistics
    )
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (_, terms) in firm.Listings.Zip(listings).Where(pair => pair.First.Kind == kind))
        {
            foreach (var (term, weight) in terms.Weights)
            {
                Raise(term, weight);
            }

            foreach (var term in terms.HsCodes.SelectMany(HsNomenclature.Terms))
            {
                Raise(term, CodeWeights[term.Length]);
            }
        }

        return
        [
            .. weights
                .Where(term => statistics.Frequencies.ContainsKey(term.Key))
                .Select(term => new WeightedTerm(term.Key, term.Value * statistics.Rarity(term.Key)))
                .OrderByDescending(term => term.Weight)
                .ThenBy(term => term.Text, StringComparer.Ordinal)
                .Take(TermLimit),
        ];

        void Raise(string term, float weight)
        {
            if (weight > 0)
            {
                weights[term] = Math.Max(weights.GetValueOrDefault(term), weight);
            }
        }
    }
}
