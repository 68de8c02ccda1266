using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Exposure;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search;

namespace Matchmaking.Web.Commands;

/// <summary>An index of its own for the length of one verb, on the same engine as the site's and away from its data.</summary>
internal sealed class TemporaryIndex : IAsyncDisposable
{
    private const int WrittenAtOnce = 500;

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-verb-").FullName;
    private readonly ServiceProvider services;
    private readonly ListingReader reader;

    /// <param name="engine">As in <c>Search:Engine</c>; what <c>Search:Elasticsearch</c> says counts here too.</param>
    /// <param name="other">Reads listings otherwise than the configuration says; null for as it says.</param>
    public TemporaryIndex(string engine, ListingReader? other = null)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddTemporarySearch(configuration, engine, folder)
            .AddGlossary(configuration["Language:Glossary"])
            .AddLexicon(configuration["Language:Lexicon"])
            .AddSingleton<ListingReader>()
            .BuildServiceProvider();
        Index = services.GetRequiredService<IPartnerIndex>();
        reader = other ?? services.GetRequiredService<ListingReader>();
        Pairs = new PairReading(reader, services.GetRequiredService<WordAlignment>());
        Ranking = new PartnerRanking(Index, reader, new ExposureShares(), TimeProvider.System);
    }

    public IPartnerIndex Index { get; }

    public PartnerRanking Ranking { get; }

    public PairReading Pairs { get; }

    public async Task FillAsync(IEnumerable<FirmText> firms, CancellationToken cancellationToken)
    {
        var documents = firms.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(reader.Document);
        if (await Index.RebuildAsync(documents.Chunk(WrittenAtOnce).ToAsyncEnumerable(), cancellationToken) is [var refused, ..])
        {
            throw new InvalidOperationException($"The search engine refused a document: {refused.Reason}");
        }

        reader.Prepare();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
