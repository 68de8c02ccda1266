using System.Globalization;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Takes a pair's score apart into what people can name; the points add up to the score.</summary>
internal static class Reasons
{
    private const int WordsNamed = 3;

    /// <param name="words">Shared words as the reader's own text writes them.</param>
    public static IReadOnlyList<Reason> Of(
        PairScore pair,
        MatchProfile me,
        MatchProfile them,
        ListingText mine,
        IReadOnlyList<string> words,
        DateTime now
    )
    {
        var (own, other) = (me.Listings[pair.Mine], them.Listings[pair.Theirs]);
        var signals = pair.Signals;
        var ownIsNeed = own.Kind == ListingKind.Need;
        var asked = (ownIsNeed ? own : other).Certificates;
        var held = (ownIsNeed ? other : own).Certificates;
        var named = new List<Reason>();
        void Name(string key, bool holds, double value, double weight, params string[] arguments)
        {
            if (holds)
            {
                named.Add(new Reason(key, arguments, signals.Fit * PairSignals.ConditionShare * weight * value));
            }
        }

        string[] modes = [.. own.Modes.Intersect(other.Modes).Select(mode => mode.ToCode())];
        Name("mode", modes.Length > 0, signals.Mode, PairSignals.ModeWeight, modes);
        string[] certificates = [.. Written(mine.Content, asked.Intersect(held))];
        Name("certificate", certificates.Length > 0, signals.Certificate, PairSignals.CertificateWeight, certificates);
        string[] regions = [.. own.Regions.Where(region => region == them.Region), .. other.Regions.Where(region => region == me.Region)];
        Name("region", regions.Length > 0, signals.Region, PairSignals.RegionWeight, regions);
        Name("verified", them.IsVerified(now), signals.Verified, PairSignals.VerifiedWeight);
        var days = Math.Max(0, DateOnly.FromDateTime(now).DayNumber - other.ChangedOn.DayNumber);
        Name(
            "fresh",
            days <= PairConditions.FreshDays,
            signals.Fresh,
            PairSignals.FreshWeight,
            days.ToString(CultureInfo.InvariantCulture)
        );

        // Words and codes share what is left as they share the fit: each has the mean of what it adds first and what it adds second.
        var rest = signals.Score - named.Sum(reason => reason.Points);
        var byText = signals.Text * (1 - signals.Code / 2);
        var byCode = signals.Code * (1 - signals.Text / 2);
        var reasons = new List<Reason>();
        if (byText > 0)
        {
            reasons.Add(new Reason("words", [.. words.Take(WordsNamed)], rest * byText / (byText + byCode)));
        }

        if (PairConditions.SharedCode(own.HsCodes, other.HsCodes) is { Digits: > 0 } shared)
        {
            var key = shared.Digits switch
            {
                6 => "hs-subheading",
                4 => "hs-heading",
                _ => "hs-chapter",
            };
            reasons.Add(new Reason(key, [shared.Code], rest * byCode / (byText + byCode)));
        }

        return [.. reasons.Concat(named).OrderByDescending(reason => reason.Points)];
    }

    /// <summary>Certificates as my listing writes them, else folded.</summary>
    private static IEnumerable<string> Written(ListingContent mine, IEnumerable<string> folded) =>
        folded.Select(certificate =>
            mine.Certificates.FirstOrDefault(written => MatchProfiles.Fold(written) == certificate) ?? certificate.ToUpperInvariant()
        );
}
