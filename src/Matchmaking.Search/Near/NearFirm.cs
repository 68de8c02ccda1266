using System.Runtime.InteropServices;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Near;

/// <summary>What a firm is filtered by, ready in memory.</summary>
/// <param name="Chapters">One bit a chapter of the Harmonized System.</param>
/// <param name="Modes">One bit a mode.</param>
internal sealed record NearFirm(
    CompanyId Id,
    Country Country,
    string Sector,
    string Region,
    UInt128 Chapters,
    int Modes,
    DateTime? VerifiedUntil
)
{
    public static NearFirm Of(CompanyId id, MatchProfile profile)
    {
        var (chapters, modes) = (UInt128.Zero, 0);
        foreach (var listing in profile.Listings)
        {
            chapters |= Bits(listing.HsCodes);
            modes |= Bits(listing.Modes);
        }

        return new NearFirm(id, profile.Country, profile.Sector, profile.Region, chapters, modes, profile.VerifiedUntil);
    }

    /// <summary>All conditions but the country; null where every firm passes.</summary>
    public static Predicate<NearFirm>? Passing(PartnerFilter filter)
    {
        if (filter.IsEmpty)
        {
            return null;
        }

        var (chapters, modes) = (Bits(filter.Chapters), Bits(filter.Modes));
        return firm =>
            (filter.Sectors.Count == 0 || filter.Sectors.Contains(firm.Sector))
            && (filter.Regions.Count == 0 || filter.Regions.Contains(firm.Region))
            && (filter.Chapters.Count == 0 || (firm.Chapters & chapters) != 0)
            && (filter.Modes.Count == 0 || (firm.Modes & modes) != 0)
            && (filter.VerifiedAt is null || firm.VerifiedUntil > filter.VerifiedAt);
    }

    private static UInt128 Bits(IReadOnlyList<string> codes)
    {
        var bits = UInt128.Zero;
        foreach (var code in codes)
        {
            bits |= UInt128.One << ((code[0] - '0') * 10 + (code[1] - '0'));
        }

        return bits;
    }

    private static int Bits(IReadOnlyList<CooperationMode> modes)
    {
        var bits = 0;
        foreach (var mode in modes)
        {
            bits |= 1 << (int)mode;
        }

        return bits;
    }
}

/// <summary>One listing's vector, or one that is looked for among the listings of that kind.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NearVector(ListingKind Kind, QuantizedVector Vector);

/// <param name="Wanted">Each with the kind of listing that it is looked for among; other than of the listings' dimensions it finds nothing.</param>
/// <param name="BothWays">A firm must be near among its offers and among its needs; else among either.</param>
/// <param name="Country">Of the firms that may be found; null for both.</param>
/// <param name="Passes">Which of them may be found; null for all.</param>
internal sealed record NearQuery(IReadOnlyList<NearVector> Wanted, bool BothWays, Country? Country, Predicate<NearFirm>? Passes, int Limit);

/// <param name="Likeness">
/// Of the best pair of a vector looked for and one of the firm's; where both ways count, the harmonic mean of the best of each. In [0, 1].
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NearHit(NearFirm Firm, float Likeness);
