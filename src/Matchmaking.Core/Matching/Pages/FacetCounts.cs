using System.Runtime.InteropServices;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Counts the candidates by the values of each group of conditions.</summary>
internal static class FacetCounts
{
    private const int Shown = 12;

    /// <param name="pool">Candidates found without these conditions.</param>
    public static PartnerFacets Of(IReadOnlyList<FacetCandidate> pool, PartnerFilter chosen, bool verifiedChosen, DateTime now)
    {
        // A group's own choice is lifted for its own counts: they say what another choice would bring.
        IEnumerable<FacetCandidate> Passing(PartnerFilter filter) => pool.Where(firm => Passes(firm, filter));
        return new PartnerFacets(
            Count(Passing(chosen with { Sectors = [] }).Select(firm => firm.Sector), chosen.Sectors),
            Count(Passing(chosen with { Chapters = [] }).SelectMany(firm => firm.Chapters), chosen.Chapters),
            Count(Passing(chosen with { Modes = [] }).SelectMany(firm => firm.Modes), chosen.Modes),
            Count(Passing(chosen with { Regions = [] }).Select(firm => firm.Region), chosen.Regions),
            new Facet<bool>(true, Passing(chosen with { VerifiedAt = null }).Count(firm => firm.VerifiedUntil > now), verifiedChosen)
        );
    }

    private static bool Passes(FacetCandidate firm, PartnerFilter filter) =>
        (filter.Sectors.Count == 0 || filter.Sectors.Contains(firm.Sector))
        && (filter.Regions.Count == 0 || filter.Regions.Contains(firm.Region))
        && (filter.Chapters.Count == 0 || firm.Chapters.Any(filter.Chapters.Contains))
        && (filter.Modes.Count == 0 || firm.Modes.Any(filter.Modes.Contains))
        && (filter.VerifiedAt is not { } now || firm.VerifiedUntil > now);

    /// <summary>The most frequent values, and whatever is chosen.</summary>
    private static IReadOnlyList<Facet<T>> Count<T>(IEnumerable<T> values, IReadOnlyList<T> chosen)
        where T : notnull
    {
        var counts = values.Where(value => value is not "").CountBy(value => value).ToDictionary();
        foreach (var value in chosen)
        {
            counts.TryAdd(value, 0);
        }

        return
        [
            .. counts
                .OrderByDescending(count => chosen.Contains(count.Key))
                .ThenByDescending(count => count.Value)
                .ThenBy(count => count.Key)
                .Take(Math.Max(Shown, chosen.Count))
                .Select(count => new Facet<T>(count.Key, count.Value, chosen.Contains(count.Key))),
        ];
    }
}

/// <summary>What conditions ask of a firm. Lists are kept for a while, which would be too long for whole profiles.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FacetCandidate(
    string Sector,
    string Region,
    DateTime? VerifiedUntil,
    IReadOnlyList<string> Chapters,
    IReadOnlyList<CooperationMode> Modes
)
{
    public static FacetCandidate Of(MatchProfile profile) =>
        new(profile.Sector, profile.Region, profile.VerifiedUntil, profile.Chapters, profile.Modes);
}
