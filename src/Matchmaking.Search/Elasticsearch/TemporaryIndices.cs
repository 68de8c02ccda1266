namespace Matchmaking.Search.Elasticsearch;

/// <summary>What a verb has made for itself on the server does not outlive it.</summary>
internal sealed class TemporaryIndices(GenerationCatalog catalog) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() =>
        await catalog.DropAsync(await catalog.ReadAsync(CancellationToken.None), CancellationToken.None);
}
