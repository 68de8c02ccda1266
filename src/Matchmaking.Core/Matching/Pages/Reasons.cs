using System.Globalization;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Takes a pair's score apart into what people can name; the points add up to the score.</summary>
internal sealed class Reasons(PairScore pair, MatchProfile me, MatchProfile them, ListingText mine, DateTime now)
{
    private const int WordsNamed = 3;

    private readonly PairSignals signals = pair.Signals;
    private readonly MatchListing own = me.Listings[pair.Mine];
    private readonly MatchListing other = them.Listings[pair.Theirs];

    /// <param name="words">Shared words as the reader's own text writes them.</param>
    public IReadOnlyList<Reason> Of(IEnumerable<string> words, SharedMeaning meaning)
    {
        var conditions = Conditions();
        var rest = signals.Score - conditions.Sum(reason => reason.Points);

        // Texts and codes share what is left as they share the fit: each has the mean of what it adds first and what it adds second.
        var byText = signals.Text * (1 - signals.Code / 2);
        var byCode = signals.Code * (1 - signals.Text / 2);
        var reasons = new List<Reason>(
            OfText([.. words.Take(WordsNamed)], meaning, rest * byText / Math.Max(byText + byCode, double.Epsilon))
        );
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

        return [.. reasons.Concat(conditions).OrderByDescending(reason => reason.Points)];
    }

    /// <summary>What can be pointed at shares the text's points; where nothing can, the likeness is told as one, and no word is made up.</summary>
    private IEnumerable<Reason> OfText(string[] words, SharedMeaning meaning, double points)
    {
        if (points <= 0)
        {
            return [];
        }

        var found = new List<(string Key, string[] Arguments, double Share)>();
        if (words.Length > 0)
        {
            found.Add(("words", words, signals.Words));
        }

        if (meaning.Concepts.Count > 0)
        {
            found.Add(("concept", [.. meaning.Concepts.Take(WordsNamed)], Math.Max(signals.Words, signals.Meaning)));
        }

        if (meaning.Translations.Count > 0)
        {
            found.Add(("translation", [.. meaning.Translations.SelectMany(pair => new[] { pair.Theirs, pair.Mine })], signals.Meaning));
        }

        if (meaning.Chain is { } chain && signals.Chain > 0)
        {
            var (first, second) = chain.IsReversed ? (chain.Other, chain.Concept) : (chain.Concept, chain.Other);
            found.Add(($"chain-{chain.Relation}{(chain.IsReversed ? "-theirs" : "-mine")}", [first.Id, second.Id], signals.Chain));
        }

        if (
            found.Count == 0
            || found.TrueForAll(reason => reason.Key.StartsWith("chain", StringComparison.Ordinal)) && signals.Meaning > signals.Chain
        )
        {
            found.Add(("meaning", [], signals.Meaning));
        }

        var sum = found.Sum(reason => reason.Share);
        return found.Select(reason => new Reason(
            reason.Key,
            reason.Arguments,
            points * (sum > 0 ? reason.Share / sum : 1.0 / found.Count)
        ));
    }

    private List<Reason> Conditions()
    {
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
        return named;
    }

    /// <summary>Certificates as my listing writes them, else folded.</summary>
    private static IEnumerable<string> Written(ListingContent mine, IEnumerable<string> folded) =>
        folded.Select(certificate =>
            mine.Certificates.FirstOrDefault(written => MatchProfiles.Fold(written) == certificate) ?? certificate.ToUpperInvariant()
        );
}
