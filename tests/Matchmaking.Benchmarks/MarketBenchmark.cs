using System.Diagnostics;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Matchmaking.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Benchmarks;

/// <summary>
/// The ranking alone, for firms of a market ten times as large as the site's, without a database and pages; and how many of the ten firms
/// that scoring all of the other country's would put first are among those that are found.
/// </summary>
internal static class MarketBenchmark
{
    private const int Firms = 100_000;
    private const int Searches = 200;
    private const int WarmUp = 100;
    private const int Compared = 40;
    private const int Best = 10;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite site)
    {
        var folder = Directory.CreateTempSubdirectory("matchmaking-market-").FullName;
        try
        {
            await using var services = Services(site, folder);
            return await MeasureAsync(services);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Services(BenchmarkSite site, string folder) =>
        new ServiceCollection()
            .AddLogging()
            .AddSearch(new ConfigurationBuilder().Build(), folder)
            .AddSingleton(site.Services.GetRequiredService<ITextEncoder>())
            .AddGlossary(folder: null)
            .AddLexicon(file: null)
            .AddSingleton<ListingReaders>()
            .AddSingleton(provider => provider.GetRequiredService<ListingReaders>().Current)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<PartnerRanking>()
            .BuildServiceProvider();

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(ServiceProvider services)
    {
        var index = services.GetRequiredService<IPartnerIndex>();
        var reader = services.GetRequiredService<ListingReader>();
        var encoder = services.GetRequiredService<ITextEncoder>();
        var generator = await FirmGenerator.CreateAsync();
        var asking = new List<FirmText>();
        var profiles = new List<(CompanyId Id, MatchProfile Profile)>(Firms);
        var watch = Stopwatch.StartNew();
        await index.BeginGenerationAsync(CancellationToken.None);
        foreach (var numbers in Enumerable.Range(0, Firms).Chunk(1000))
        {
            var firms = numbers.Select(number => TextOf(generator.Next(number))).ToList();
            foreach (
                var (firm, document) in firms
                    .AsParallel()
                    .AsOrdered()
                    .Select(firm => WithVectors(firm, encoder))
                    .Select(firm => (firm, reader.Document(firm)))
            )
            {
                await index.UpsertAsync(document, CancellationToken.None);
                profiles.Add((firm.Id, document.Profile));
                if (profiles.Count % (Firms / (Searches + WarmUp)) == 0 && asking.Count < Searches + WarmUp)
                {
                    asking.Add(firm);
                }
            }
        }

        await index.CommitGenerationAsync(CancellationToken.None);
        await Report.SayAsync($"{Firms} firms indexed in {watch.Elapsed.TotalSeconds:N0} s");
        var ranking = services.GetRequiredService<PartnerRanking>();
        var times = new List<TimeSpan>();
        foreach (var firm in asking)
        {
            var started = Stopwatch.GetTimestamp();
            await RankAsync(ranking, firm);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        var found = 0;
        foreach (var firm in asking.TakeLast(Compared))
        {
            found += await FoundAsync(ranking, firm, profiles);
        }

        var recall = found / (double)(Compared * Best);
        var warm = times.Skip(WarmUp).ToList();
        return
        [
            new TimeFigure("one firm among 100,000, median", Report.Percentile(warm, 0.5)),
            new TimeFigure("one firm among 100,000, p95", Report.Percentile(warm, 0.95), TimeSpan.FromMilliseconds(40)),
            new ShareFigure("of the best ten, found", recall, 0.99),
        ];
    }

    private static FirmText TextOf((Core.Companies.Company Firm, IReadOnlyList<Core.Listings.Listing> Listings) made) =>
        new(
            made.Firm.Id,
            Version: 1,
            made.Firm.Country,
            made.Firm.Profile.Names,
            made.Firm.Profile.Sector,
            made.Firm.Profile.Region,
            made.Firm.Evidence.Count > 0 ? DateTime.UtcNow.AddYears(1) : null,
            [
                .. made.Listings.Select(listing => new ListingText(
                    listing.Id,
                    listing.Kind,
                    listing.Content,
                    DateOnly.FromDateTime(DateTime.UtcNow)
                )),
            ]
        );

    private static FirmText WithVectors(FirmText firm, ITextEncoder encoder) =>
        firm with
        {
            Listings = [.. firm.Listings.Select(listing => listing with { Encoded = ListingEncoding.Of(encoder, listing.Content) })],
        };

    private static Task<RankedFirms> RankAsync(PartnerRanking ranking, FirmText firm) =>
        ranking.RankAsync(firm, new PartnerFilter { Country = firm.Country.Other() }, [], CancellationToken.None);

    private static async Task<int> FoundAsync(PartnerRanking ranking, FirmText firm, List<(CompanyId Id, MatchProfile Profile)> profiles)
    {
        var ranked = await RankAsync(ranking, firm);
        var best = profiles
            .AsParallel()
            .Where(other => other.Profile.Country != firm.Country)
            .Select(other => (other.Id, ranked.Scorer.Score(other.Profile).Fused))
            .OrderByDescending(other => other.Fused)
            .ThenBy(other => other.Id.Value)
            .Take(Best)
            .Select(other => other.Id);
        return ranked.Firms.Take(Best).Select(other => other.Id).Intersect(best.AsEnumerable()).Count();
    }
}
