using System.Runtime.InteropServices;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>
/// Scores other firms against one firm, each direction apart, and fuses the two. Holds the firm's own terms ready, so that hundreds
/// of candidates take a few milliseconds. The same two firms get the same score whichever of them asks, but for the rarities of words
/// that only the other one uses, which are not looked up, and for enumerations and headings, which are read in the asking firm's titles.
/// </summary>
public sealed class MatchScorer
{
    /// <summary>Further pairs of a direction count by this power of their place: many middling pairs do not outweigh one that fits.</summary>
    private const double FurtherPairs = 0.35;

    /// <summary>Up to so many listings a side, a firm has its full score; beyond, each doubling takes a little, so that writing more is not a way to the top of all lists.</summary>
    private const int UsualListings = 8;

    private const double CrowdingStep = 0.05;

    /// <summary>Usual firms are scored without asking for memory: hundreds are for one page.</summary>
    private const int StackedPairs = 64;
    private const int StackedListings = 32;

    private readonly MatchProfile mine;
    private readonly OwnTerms terms;
    private readonly PairConditions conditions;
    private readonly DateOnly today;

    internal MatchScorer(MatchProfile mine, OwnTerms terms, DateTime now)
    {
        this.mine = mine;
        this.terms = terms;
        today = ListingContent.Today(now);
        conditions = new PairConditions(now);
    }

    /// <param name="firm">The firm that asks.</param>
    /// <param name="statistics">At least of the firm's own terms.</param>
    public static MatchScorer For(FirmText firm, ListingReader reader, TermStatistics statistics, DateTime now)
    {
        var listings = reader.Terms(firm);
        return new MatchScorer(MatchProfiles.OfAsking(firm, listings, reader), new OwnTerms(listings, statistics, reader.Chains), now);
    }

    public FirmScore Score(MatchProfile theirs)
    {
        var most = mine.Listings.Count * theirs.Listings.Count;
        Span<PairScore> space = most <= StackedPairs ? stackalloc PairScore[most] : new PairScore[most];
        var pairs = AllPairs(theirs, space);
        var theyOffer = Direction(theirs, ListingKind.Offer, pairs);
        var theyNeed = Direction(theirs, ListingKind.Need, pairs);
        var fused = FirmScore.Fuse(theyOffer.Score, theyOffer.IsStated, theyNeed.Score, theyNeed.IsStated);
        return new FirmScore(fused * Crowding(theirs), theyOffer, theyNeed);
    }

    /// <summary>The score with one pair's signals changed: what an improvement would bring.</summary>
    public double ScoreWith(MatchProfile theirs, FirmScore score, PairScore changed)
    {
        var inOffer = theirs.Listings[changed.Theirs].Kind == ListingKind.Offer;
        var theyOffer = inOffer ? Aggregate(Replace(score.TheyOffer.Pairs, changed)) : score.TheyOffer.Score;
        var theyNeed = inOffer ? score.TheyNeed.Score : Aggregate(Replace(score.TheyNeed.Pairs, changed));
        return FirmScore.Fuse(theyOffer, score.TheyOffer.IsStated, theyNeed, score.TheyNeed.IsStated) * Crowding(theirs);
    }

    internal double FreshnessOf(MatchListing listing) => conditions.Freshness(listing.ChangedOn);

    private static double Crowding(MatchProfile theirs) =>
        1 / (1 + CrowdingStep * Math.Log2(Math.Max(1, (double)theirs.Listings.Count / (2 * UsualListings))));

    /// <param name="pairs">Best first.</param>
    private static double Aggregate(IReadOnlyList<PairScore> pairs)
    {
        var missing = 1.0;
        var share = 1.0;
        foreach (var pair in pairs)
        {
            missing *= 1 - pair.Signals.Score * share;
            share *= FurtherPairs;
        }

        return 1 - missing;
    }

    private static IReadOnlyList<PairScore> Replace(IEnumerable<PairScore> pairs, PairScore changed) =>
        [
            .. pairs
                .Select(pair => (pair.Mine, pair.Theirs) == (changed.Mine, changed.Theirs) ? changed : pair)
                .OrderByDescending(pair => pair.Signals.Score),
        ];

    /// <param name="space">Of all of mine with all of theirs.</param>
    /// <returns>Those that fit at all, the best first.</returns>
    private ReadOnlySpan<PairScore> AllPairs(MatchProfile theirs, Span<PairScore> space)
    {
        var found = 0;
        Span<OwnTerms.Overlap> overlaps = stackalloc OwnTerms.Overlap[Math.Min(mine.Listings.Count, StackedListings)];
        overlaps = overlaps.Length < mine.Listings.Count ? new OwnTerms.Overlap[mine.Listings.Count] : overlaps;
        for (var their = 0; their < theirs.Listings.Count; their++)
        {
            var listing = theirs.Listings[their];
            if (!listing.IsLive(today))
            {
                continue;
            }

            terms.Compare(listing.Terms, overlaps);
            for (var own = 0; own < mine.Listings.Count; own++)
            {
                if (mine.Listings[own].Kind == listing.Kind)
                {
                    continue;
                }

                var signals = conditions.Judge(mine, mine.Listings[own], theirs, listing, overlaps[own]);
                if (signals.Fit > 0)
                {
                    space[found++] = new PairScore(own, their, signals);
                }
            }
        }

        var pairs = space[..found];
        // Each is asked for its score once: a comparison would work out both of its two again.
        Span<double> lowest = found <= StackedPairs ? stackalloc double[found] : new double[found];
        for (var place = 0; place < found; place++)
        {
            lowest[place] = -pairs[place].Signals.Score;
        }

        lowest.Sort(pairs);
        return pairs;
    }

    private DirectionScore Direction(MatchProfile theirs, ListingKind theirKind, ReadOnlySpan<PairScore> pairs)
    {
        var stated = HasLive(theirs, theirKind) && mine.Listings.Any(listing => listing.Kind != theirKind);
        var chosen = new List<PairScore>(Math.Min(pairs.Length, Math.Min(mine.Listings.Count, theirs.Listings.Count)));
        // Best first, each listing once: two needs that say the same are not met twice by one offer.
        foreach (ref readonly var pair in pairs)
        {
            if (theirs.Listings[pair.Theirs].Kind == theirKind && !HasEither(chosen, pair))
            {
                chosen.Add(pair);
            }
        }

        return new DirectionScore(Aggregate(chosen), stated, chosen);
    }

    private bool HasLive(MatchProfile firm, ListingKind kind)
    {
        for (var listing = 0; listing < firm.Listings.Count; listing++)
        {
            if (firm.Listings[listing].Kind == kind && firm.Listings[listing].IsLive(today))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasEither(List<PairScore> chosen, in PairScore pair)
    {
        foreach (ref readonly var taken in CollectionsMarshal.AsSpan(chosen))
        {
            if (taken.Mine == pair.Mine || taken.Theirs == pair.Theirs)
            {
                return true;
            }
        }

        return false;
    }
}
