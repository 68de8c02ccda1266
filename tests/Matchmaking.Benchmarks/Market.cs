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
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Benchmarks;

/// <summary>Firms in an index of their own, without a database and pages.</summary>
internal sealed class Market : IAsyncDisposable
{
    private const int WrittenAtOnce = 1000;

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-market-").FullName;
    private readonly ServiceProvider services;
    private readonly MarketSize size;

    private Market(BenchmarkEngine engine, MarketSize size)
    {
        this.size = size;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddTemporarySearch(engine.Configuration, engine.Engine, folder)
            .AddSingleton<ITextEncoder>(ClauseEncoder.Create())
            .AddGlossary(folder: null)
            .AddLexicon(file: null)
            .AddSingleton<ListingReaders>()
            .AddSingleton(provider => provider.GetRequiredService<ListingReaders>().Current)
            .AddSingleton<ExposureShares>()
            .AddSingleton<PartnerRanking>()
            .BuildServiceProvider();
    }

    public IPartnerIndex Index => services.GetRequiredService<IPartnerIndex>();

    public PartnerRanking Ranking => services.GetRequiredService<PartnerRanking>();

    public ListingReader Reader => services.GetRequiredService<ListingReader>();

    /// <summary>Some that ask, evenly among all, with their vectors at hand.</summary>
    public List<FirmText> Asking { get; } = [];

    /// <summary>Of all firms; none in a market that does not keep them.</summary>
    public List<(CompanyId Id, MatchProfile Profile)> Profiles { get; } = [];

    /// <summary>From texts and vectors in memory to an index that is searched; inventing the texts and encoding them is not counted.</summary>
    public TimeSpan Indexing { get; private set; }

    public static async Task<Market> CreateAsync(BenchmarkEngine engine, MarketSize size)
    {
        var market = new Market(engine, size);
        market.Reader.Prepare();
        await market.FillAsync();
        await Report.SayAsync($"{engine.Name}: {size.Firms} firms indexed in {market.Indexing.TotalSeconds:N0} s");
        return market;
    }

    public static PartnerFilter Others(FirmText firm) => new() { Country = firm.Country.Other() };

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task FillAsync()
    {
        var texts = await InventAsync();
        var watch = Stopwatch.StartNew();
        await Index.RebuildAsync(
            DocumentStream.Of(texts.Chunk(WrittenAtOnce).ToAsyncEnumerable(), Reader, [], CancellationToken.None),
            CancellationToken.None
        );
        Indexing = watch.Elapsed;
        var step = Math.Max(1, size.Firms / size.Asking);
        Asking.AddRange(texts.Where((_, place) => place % step == 0).Take(size.Asking));
        if (size.KeepsProfiles)
        {
            Profiles.AddRange(texts.AsParallel().Select(Reader.Document).Select(document => (document.Id, document.Profile)));
        }
    }

    private async Task<List<FirmText>> InventAsync()
    {
        var meanings = services.GetRequiredService<MeaningSpace>();
        var generator = await FirmGenerator.CreateAsync(size.ListingsEach);
        var texts = new List<FirmText>(size.Firms);
        foreach (var numbers in Enumerable.Range(0, size.Firms).Chunk(WrittenAtOnce))
        {
            var made = numbers.Select(number => TextOf(generator.Next(number))).ToList();
            texts.AddRange(made.AsParallel().AsOrdered().Select(firm => WithMeanings(firm, meanings)));
        }

        return texts;
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

    private static FirmText WithMeanings(FirmText firm, MeaningSpace meanings) =>
        firm with
        {
            Listings = [.. firm.Listings.Select(listing => listing with { Meaning = ListingEncoding.Read(meanings, listing.Content) })],
        };
}

/// <param name="Asking">How many of the firms ask, all others only answer.</param>
/// <param name="KeepsProfiles">So that all can be scored; some kilobytes a firm.</param>
internal sealed record MarketSize(int Firms, int ListingsEach, int Asking, bool KeepsProfiles);
