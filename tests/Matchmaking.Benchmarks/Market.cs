using System.Diagnostics;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Exposure;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Matchmaking.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Benchmarks;

/// <summary>Firms in an index of their own, without a database and pages.</summary>
internal sealed class Market : IAsyncDisposable
{
    private const int WrittenAtOnce = 1000;

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-market-").FullName;
    private readonly ServiceProvider services;

    private Market(BenchmarkSite site) =>
        services = new ServiceCollection()
            .AddLogging()
            .AddSearch(new ConfigurationBuilder().Build(), folder)
            .AddSingleton(site.Services.GetRequiredService<ITextEncoder>())
            .AddGlossary(folder: null)
            .AddLexicon(file: null)
            .AddSingleton<ListingReaders>()
            .AddSingleton(provider => provider.GetRequiredService<ListingReaders>().Current)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ExposureShares>()
            .AddSingleton<PartnerRanking>()
            .BuildServiceProvider();

    /// <summary>Some that ask, evenly among all.</summary>
    public List<FirmText> Asking { get; } = [];

    public List<(CompanyId Id, MatchProfile Profile)> Profiles { get; } = [];

    public static async Task<Market> CreateAsync(BenchmarkSite site, int firms, int asking)
    {
        var market = new Market(site);
        var watch = Stopwatch.StartNew();
        await market.FillAsync(firms, asking);
        await Report.SayAsync($"{firms} firms indexed in {watch.Elapsed.TotalSeconds:N0} s");
        return market;
    }

    public Task<RankedFirms> RankAsync(FirmText firm) =>
        services
            .GetRequiredService<PartnerRanking>()
            .RankAsync(firm, new PartnerFilter { Country = firm.Country.Other() }, [], CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Task FillAsync(int firms, int asking) =>
        services.GetRequiredService<IPartnerIndex>().RebuildAsync(DocumentsAsync(firms, asking), CancellationToken.None);

    private async IAsyncEnumerable<IReadOnlyList<PartnerDocument>> DocumentsAsync(int firms, int asking)
    {
        var reader = services.GetRequiredService<ListingReader>();
        var encoder = services.GetRequiredService<ITextEncoder>();
        var generator = await FirmGenerator.CreateAsync();
        foreach (var numbers in Enumerable.Range(0, firms).Chunk(WrittenAtOnce))
        {
            var texts = numbers.Select(number => TextOf(generator.Next(number))).ToList();
            var made = texts
                .AsParallel()
                .AsOrdered()
                .Select(firm => WithVectors(firm, encoder))
                .Select(firm => (Firm: firm, Document: reader.Document(firm)))
                .ToList();
            foreach (var (firm, document) in made)
            {
                Profiles.Add((firm.Id, document.Profile));
                if (Profiles.Count % (firms / asking) == 0 && Asking.Count < asking)
                {
                    Asking.Add(firm);
                }
            }

            yield return made.ConvertAll(pair => pair.Document);
        }
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
}
