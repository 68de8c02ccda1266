using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Exposure;
using Matchmaking.Core.Matching.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Benchmarks;

/// <summary>
/// What the cap on exposure costs: in how many lists the firm that is shown most stands, with and without it, and how many lists still hold
/// a firm whose listing names the subheading of one of mine, which the ranking of one list does not hang on alone.
/// </summary>
internal static class ExposureBenchmark
{
    private static readonly MarketSize Size = new(Firms: 2_000, FirmGenerator.ListingsEach, Asking: 400, KeepsProfiles: true);
    private const int Kept = 60;
    private const double LeastKept = 0.97;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite _)
    {
        await using var market = await Market.CreateAsync(BenchmarkEngine.Embedded, Size);
        var profiles = market.Profiles.ToDictionary(firm => firm.Id, firm => firm.Profile);
        var lists = new List<(MatchProfile Mine, IReadOnlyList<ListedFirm> List)>();
        foreach (var firm in market.Asking)
        {
            var ranked = (await market.Ranking.RankAsync(firm, Market.Others(firm), [], CancellationToken.None)).Fitting();
            lists.Add((ranked.Mine, [.. ranked.Firms.Take(Kept).Select(partner => new ListedFirm(partner.Id, partner.Score.Fused))]));
        }

        var hits = (Without: 0, With: 0);
        var none = new Dictionary<CompanyId, double>();
        var most = (Without: 0.0, With: 0.0);
        foreach (var country in lists.GroupBy(list => list.Mine.Country))
        {
            IReadOnlyList<ListedFirm>[] candidates = [.. country.Select(list => list.List)];
            var factors = ExposureCap.Factors(candidates, MeasureExposure.Most);
            most.Without = Math.Max(most.Without, ExposureCap.Counts(candidates, none).Values.Max() / (double)candidates.Length);
            most.With = Math.Max(most.With, ExposureCap.Counts(candidates, factors).Values.Max() / (double)candidates.Length);
            hits.Without += country.Count(list => IsHit(list.Mine, ExposureCap.First(list.List, none), profiles));
            hits.With += country.Count(list => IsHit(list.Mine, ExposureCap.First(list.List, factors), profiles));
        }

        return
        [
            new ShareFigure("lists with the firm that is shown most, no cap", most.Without),
            new ShareFigure("lists with the firm that is shown most", most.With),
            new ShareFigure("lists with a firm of a code that is asked for", hits.With / (double)lists.Count),
            new ShareFigure("of these lists, kept under the cap", hits.With / (double)Math.Max(1, hits.Without), LeastKept),
        ];
    }

    private static bool IsHit(MatchProfile mine, IEnumerable<CompanyId> first, Dictionary<CompanyId, MatchProfile> profiles)
    {
        var asked = Codes(mine, ListingKind.Need).ToHashSet(StringComparer.Ordinal);
        return first.Any(id => Codes(profiles[id], ListingKind.Offer).Any(asked.Contains));
    }

    private static IEnumerable<string> Codes(MatchProfile profile, ListingKind kind) =>
        profile.Listings.Where(listing => listing.Kind == kind).SelectMany(listing => listing.HsCodes).Where(code => code.Length == 6);
}
