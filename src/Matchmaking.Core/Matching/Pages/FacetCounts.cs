using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Counts the candidates by the values of each group of conditions.</summary>
internal static class FacetCounts
{
    private const int Shown = 12;

    /// <param name="pool">Candidates found without these conditions.</param>
    public static PartnerFacets Of(IReadOnlyList<MatchProfile> pool, PartnerFilter chosen, bool verifiedChosen, DateTime now)
    {
        // A group's own choice is lifted for its own counts: they say what another choice would bring.
        IEnumerable<MatchProfile> Passing(PartnerFilter filter) => pool.Where(profile => Passes(profile, filter));
        return new PartnerFacets(
            Count(Passing(chosen with { Sectors = [] }), profile => [profile.Sector], chosen.Sectors),
            Count(Passing(chosen with { Chapters = [] }), profile => profile.Chapters, chosen.Chapters),
            Count(Passing(chosen with { Modes = [] }), profile => profile.Modes, chosen.Modes),
            Count(Passing(chosen with { Regions = [] }), profile => [profile.Region], chosen.Regions),
            new Facet<bool>(true, Passing(chosen with { VerifiedAt = null }).Count(profile => profile.IsVerified(now)), verifiedChosen)
        );
    }

    private static bool Passes(MatchProfile profile, PartnerFilter filter) =>
        (filter.Sectors.Count == 0 || filter.Sectors.Contains(profile.Sector))
        && (filter.Regions.Count == 0 || filter.Regions.Contains(profile.Region))
        && (filter.Chapters.Count == 0 || profile.Chapters.Any(filter.Chapters.Contains))
        && (filter.Modes.Count == 0 || profile.Modes.Any(filter.Modes.Contains))
        && (filter.VerifiedAt is not { } now || profile.IsVerified(now));

    /// <summary>The most frequent values, and whatever is chosen.</summary>
    private static IReadOnlyList<Facet<T>> Count<T>(
        IEnumerable<MatchProfile> profiles,
        Func<MatchProfile, IEnumerable<T>> values,
        IReadOnlyList<T> chosen
    )
        where T : notnull
    {
        var counts = profiles.SelectMany(values).Where(value => value is not "").CountBy(value => value).ToDictionary();
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
