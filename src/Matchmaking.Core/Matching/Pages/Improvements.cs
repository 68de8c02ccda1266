using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>What the reader could do to raise the score with one firm: each is tried, and its gain is the difference.</summary>
internal static class Improvements
{
    private const double LeastGain = 0.005;
    private const int Most = 3;

    public static IReadOnlyList<Improvement> Of(RankedFirms ranked, RankedFirm partner, FirmText me, FirmText them)
    {
        var found = new List<Improvement>();
        foreach (var pair in Best(partner.Score.TheyOffer).Concat(Best(partner.Score.TheyNeed)))
        {
            var (own, other) = (ranked.Mine.Listings[pair.Mine], partner.Profile.Listings[pair.Theirs]);
            var mine = me.Listings[pair.Mine];
            void Try(string key, string? argument, PairSignals better)
            {
                var gain = ranked.Scorer.ScoreWith(partner.Profile, partner.Score, pair with { Signals = better }) - partner.Score.Fused;
                if (gain >= LeastGain)
                {
                    found.Add(new Improvement(key, argument is null ? [] : [argument], mine.Id, mine.Content.Title, gain));
                }
            }

            if (own.Kind == ListingKind.Offer && other.Certificates.Except(own.Certificates).FirstOrDefault() is { } missing)
            {
                Try(
                    "certificate",
                    Written(them, other.Id, missing),
                    pair.Signals with
                    {
                        Certificate = Math.Min(1, pair.Signals.Certificate + 1.0 / other.Certificates.Count),
                    }
                );
            }

            if (pair.Signals.Mode < 1 && other.Modes.Count > 0)
            {
                Try("mode", other.Modes[0].ToCode(), pair.Signals with { Mode = 1 });
            }

            if (own.HsCodes.Count == 0 && other.HsCodes.Count > 0)
            {
                var code = other.HsCodes[0];
                Try("hs", code, pair.Signals with { Code = code.Length == 6 ? PairConditions.SameSubheading : PairConditions.SameHeading });
            }

            if (own.Regions.Count > 0 && partner.Profile.Region.Length > 0 && !own.Regions.Contains(partner.Profile.Region))
            {
                Try("region", partner.Profile.Region, pair.Signals with { Region = Math.Min(1, pair.Signals.Region + 0.5) });
            }

            Try("refresh", null, pair.Signals with { Fresh = Math.Max(pair.Signals.Fresh, (1 + ranked.Scorer.FreshnessOf(other)) / 2) });
        }

        return
        [
            .. found
                .OrderByDescending(improvement => improvement.Points)
                .DistinctBy(improvement => (improvement.Key, improvement.Listing))
                .Take(Most),
        ];
    }

    /// <summary>What would help with every firm: what is not said at all.</summary>
    public static IReadOnlyList<Improvement> OfFirm(FirmText me, bool isVerified)
    {
        var advice = new List<Improvement>();
        void Advise(string key) => advice.Add(new Improvement(key, [], Listing: null, ListingTitle: null, Points: 0));
        if (me.Listings.Count > 0 && me.Listings.All(listing => listing.Kind == ListingKind.Offer))
        {
            Advise("write-need");
        }

        if (me.Listings.Count > 0 && me.Listings.All(listing => listing.Kind == ListingKind.Need))
        {
            Advise("write-offer");
        }

        if (!isVerified)
        {
            Advise("verify");
        }

        return advice;
    }

    private static IEnumerable<PairScore> Best(DirectionScore direction) => direction.Pairs.Take(1);

    private static string Written(FirmText them, ListingId listing, string folded) =>
        them.Listings.FirstOrDefault(item => item.Id == listing)
            ?.Content.Certificates.FirstOrDefault(written => MatchProfiles.Fold(written) == folded)
        ?? folded.ToUpperInvariant();
}
