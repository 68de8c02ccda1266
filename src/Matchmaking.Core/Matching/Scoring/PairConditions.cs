using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>Weighs one of my listings against one of the opposite kind of another firm.</summary>
internal sealed class PairConditions(DateTime now)
{
    /// <summary>The need's words are what is asked for; the offer's say how much beside the point it speaks.</summary>
    private const double NeedShare = 0.65;

    /// <summary>Lifts overlaps, which are small numbers for people, to a scale that people read: a third of the words is a good half.</summary>
    private const double Lift = 0.6;

    /// <summary>An electrolyte is no cell, and whoever makes cells may well talk to its maker.</summary>
    private const double NextInChain = 0.12;

    /// <summary>What the item of an enumeration that is most like the other text counts beside the whole.</summary>
    private const float PartShare = 0.2f;

    /// <summary>
    /// What it counts that both texts fall under one heading, by what their words mean. It falls fast where they are alike anyway: of two
    /// things of one heading, the one that was asked for stays in front.
    /// </summary>
    private const double HeadingShare = 0.4;

    public const double SameSubheading = 0.5;
    public const double SameHeading = 0.35;
    public const double SameChapter = 0.12;

    public const int FreshDays = 30;
    private const int StaleDays = 180;

    public PairSignals Judge(MatchProfile mine, MatchListing own, MatchProfile theirs, MatchListing other, OwnTerms.Overlap overlap)
    {
        var ownIsNeed = own.Kind == ListingKind.Need;
        var (need, offer) = ownIsNeed ? (own, other) : (other, own);
        var (ofNeed, ofOffer) = ownIsNeed ? (overlap.Mine, overlap.Theirs) : (overlap.Theirs, overlap.Mine);
        var words = ofNeed > 0 && ofOffer > 0 ? Math.Pow(Math.Pow(ofNeed, NeedShare) * Math.Pow(ofOffer, 1 - NeedShare), Lift) : 0;
        return new PairSignals(
            Math.Min(1, words),
            Likeness(own, other),
            overlap.Chain * NextInChain,
            CodeAgreement(own.HsCodes, other.HsCodes),
            ModeAgreement(own.Modes, other.Modes),
            CertificateAgreement(need.Certificates, offer.Certificates),
            (RegionAgreement(own.Regions, theirs.Region) + RegionAgreement(other.Regions, mine.Region)) / 2,
            ((mine.IsVerified(now) ? 1.0 : 0) + (theirs.IsVerified(now) ? 1.0 : 0)) / 2,
            (Freshness(own.ChangedOn) + Freshness(other.ChangedOn)) / 2
        );
    }

    private static double Likeness(MatchListing own, MatchListing other)
    {
        if (own.Meaning is not { Dimensions: > 0 } meaning || other.Meaning is not { } theirs || meaning.Dimensions != theirs.Dimensions)
        {
            return 0;
        }

        var cosine = meaning.Dot(theirs);
        if (own.Parts.Count > 0)
        {
            cosine = (1 - PartShare) * cosine + PartShare * BestPart(own.Parts, theirs);
        }

        var likeness = MeaningLikeness.Of(cosine);
        var missing = 1 - likeness;
        return likeness + HeadingShare * missing * missing * missing * SharedHeading(own.Headings, other.Headings);
    }

    /// <summary>How surely the two fall under one heading.</summary>
    private static double SharedHeading(IReadOnlyList<LikelyHeading> left, IReadOnlyList<LikelyHeading> right)
    {
        var best = 0f;
        for (var one = 0; one < left.Count; one++)
        {
            for (var other = 0; other < right.Count; other++)
            {
                if (left[one].Number == right[other].Number)
                {
                    best = MathF.Max(best, left[one].Weight * right[other].Weight);
                }
            }
        }

        return best;
    }

    private static float BestPart(IReadOnlyList<QuantizedVector> parts, QuantizedVector other)
    {
        var best = float.MinValue;
        for (var part = 0; part < parts.Count; part++)
        {
            best = MathF.Max(best, parts[part].DotStart(other));
        }

        return best;
    }

    /// <summary>1 up to a month, 0 from half a year on.</summary>
    public double Freshness(DateOnly changedOn)
    {
        var days = DateOnly.FromDateTime(now).DayNumber - changedOn.DayNumber;
        return Math.Clamp((double)(StaleDays - days) / (StaleDays - FreshDays), 0, 1);
    }

    /// <summary>Digits in which the two most alike codes agree: 6, 4, 2 or 0.</summary>
    public static (int Digits, string Code) SharedCode(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var best = (Digits: 0, Code: string.Empty);
        for (var one = 0; one < left.Count; one++)
        {
            for (var other = 0; other < right.Count; other++)
            {
                // Codes go by pairs of digits.
                var common = left[one].AsSpan().CommonPrefixLength(right[other]) & ~1;
                if (common > best.Digits)
                {
                    best = (common, left[one]);
                }
            }
        }

        return best with
        {
            Code = best.Code[..best.Digits],
        };
    }

    private static double CodeAgreement(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        SharedCode(left, right).Digits switch
        {
            6 => SameSubheading,
            4 => SameHeading,
            2 => SameChapter,
            _ => 0,
        };

    private static double ModeAgreement(IReadOnlyList<CooperationMode> left, IReadOnlyList<CooperationMode> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return PairSignals.Unstated;
        }

        return CountIn(right, left) > 0 ? 1 : 0;
    }

    private static double CertificateAgreement(IReadOnlyList<string> asked, IReadOnlyList<string> held) =>
        asked.Count == 0 ? PairSignals.Unstated : (double)CountIn(held, asked) / asked.Count;

    private static double RegionAgreement(IReadOnlyList<string> wanted, string where)
    {
        if (wanted.Count == 0 || where.Length == 0)
        {
            return PairSignals.Unstated;
        }

        return wanted.Contains(where) ? 1 : 0;
    }

    /// <summary>Thousands of pairs are judged for a page: no enumerators.</summary>
    private static int CountIn<T>(IReadOnlyList<T> held, IReadOnlyList<T> asked)
    {
        var count = 0;
        for (var index = 0; index < asked.Count; index++)
        {
            count += held.Contains(asked[index]) ? 1 : 0;
        }

        return count;
    }
}
