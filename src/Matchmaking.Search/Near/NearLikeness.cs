using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Near;

/// <summary>How near a firm is to what is asked for, in one way or in both.</summary>
internal static class NearLikeness
{
    /// <summary>For a way in which there is nothing to compare.</summary>
    public const float NotCompared = -1;

    /// <summary>What a direction counts at least, so that of two firms that are near in one alone the nearer comes first.</summary>
    private const float LeastDirection = 0.03f;

    /// <summary>The harmonic mean of a direction and the half of it that is assumed where the firm says nothing.</summary>
    private const float OneWayShare = 2f / 3;

    /// <param name="one">Of the best pair in one way, or <see cref="NotCompared"/>.</param>
    /// <param name="bothWays">Whether both ways count, or either.</param>
    /// <param name="asksBothWays">Whether anything is looked for in both.</param>
    public static float Together(float one, float other, bool bothWays, bool asksBothWays)
    {
        var more = MathF.Max(0, MathF.Max(one, other));
        if (!bothWays || more == 0)
        {
            return more;
        }

        if (one < 0 || other < 0)
        {
            return asksBothWays ? more * OneWayShare : more;
        }

        return 2 * (one + LeastDirection) * (other + LeastDirection) / (one + other + 2 * LeastDirection);
    }

    /// <returns>In [0, 1].</returns>
    public static float Of(MatchProfile firm, PartnerQuery query) =>
        Together(
            Best(firm, ListingKind.Offer, query.WantedVectors),
            Best(firm, ListingKind.Need, query.OfferedVectors),
            query.BothWays,
            query.WantedVectors.Count > 0 && query.OfferedVectors.Count > 0
        );

    private static float Best(MatchProfile firm, ListingKind kind, IReadOnlyList<QuantizedVector> wanted)
    {
        var best = NotCompared;
        foreach (var listing in firm.Listings)
        {
            if (listing.Kind != kind || listing.Meaning is null)
            {
                continue;
            }

            foreach (var vector in wanted)
            {
                if (vector.Dimensions == listing.Meaning.Dimensions)
                {
                    var cosine = vector.Dot(listing.Meaning);
                    best = MathF.Max(best, cosine > 0 ? (float)MeaningLikeness.Of(cosine) : 0);
                }
            }
        }

        return best;
    }
}
