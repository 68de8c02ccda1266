using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;
using Matchmaking.Core.Terms;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>
/// Writes the index anew from the database, beside the one that is searched meanwhile. What changes in between reaches both by the
/// outbox, and versions settle which is newer, in whatever order they come.
/// </summary>
public sealed class RebuildPartnerIndex(
    IPartnerIndex index,
    FirmTexts firms,
    ListingVectors vectors,
    ListingReaders readers,
    RefreshGlossary refresh
)
{
    /// <summary>Held by whoever calls this, and by whoever drops old generations.</summary>
    public const string Lease = "partner-index-rebuild";

    /// <param name="progress">Told the number of firms so far.</param>
    /// <exception cref="PartnerIndexUnavailableException" />
    public async Task<RebuiltIndex> ExecuteAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await refresh.ExecuteAsync(cancellationToken);
        var read = 0;
        var unreadable = new ConcurrentBag<RefusedChange>();
        var documents = DocumentStream.Of(TextsAsync(cancellationToken), readers.Current, unreadable, cancellationToken);
        var refused = await index.RebuildAsync(CountedAsync(), cancellationToken);
        return new RebuiltIndex(read - refused.Count, [.. unreadable, .. refused]);

        async IAsyncEnumerable<IReadOnlyList<PartnerDocument>> CountedAsync()
        {
            await foreach (var chunk in documents)
            {
                read += chunk.Count;
                progress?.Report(read);
                yield return chunk;
            }
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<FirmText>> TextsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var chunk in firms.StreamAsync(cancellationToken))
        {
            yield return await vectors.AddAsync(chunk, cancellationToken);
        }
    }
}

/// <param name="Firms">In the new index.</param>
public sealed record RebuiltIndex(int Firms, IReadOnlyList<RefusedChange> Refused);
