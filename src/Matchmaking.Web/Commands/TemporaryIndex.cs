using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search;

namespace Matchmaking.Web.Commands;

/// <summary>An index of its own for the length of one verb, on the same engine as the site's and away from its data.</summary>
internal sealed class TemporaryIndex : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-verb-").FullName;
    private readonly ServiceProvider services;

    /// <param name="engine">As in <c>Search:Engine</c>.</param>
    public TemporaryIndex(string engine)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Search:Engine", engine)]).Build();
        services = new ServiceCollection().AddLogging().AddSearch(configuration, folder).BuildServiceProvider();
        Index = services.GetRequiredService<IPartnerIndex>();
        Ranking = new PartnerRanking(Index, TimeProvider.System);
    }

    public IPartnerIndex Index { get; }

    public PartnerRanking Ranking { get; }

    public async Task FillAsync(IEnumerable<FirmText> firms, CancellationToken cancellationToken)
    {
        await Index.BeginGenerationAsync(cancellationToken);
        foreach (var firm in firms)
        {
            await Index.UpsertAsync(PartnerDocument.Of(firm), cancellationToken);
        }

        await Index.CommitGenerationAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
