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
    /// <param name="progress">Told the number of firms so far.</param>
    /// <returns>Firms in the new index.</returns>
    public async Task<int> ExecuteAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await refresh.ExecuteAsync(cancellationToken);
        var reader = readers.Current;
        await index.BeginGenerationAsync(cancellationToken);
        var written = 0;
        await foreach (var chunk in firms.StreamAsync(cancellationToken))
        {
            // Cutting texts into words is most of the work; the database is read by one at a time all the same.
            await Parallel.ForEachAsync(
                await vectors.AddAsync(chunk, cancellationToken),
                cancellationToken,
                async (firm, token) =>
                {
                    await index.UpsertAsync(reader.Document(firm), token);
                    var count = Interlocked.Increment(ref written);
                    progress?.Report(count);
                }
            );
        }

        await index.CommitGenerationAsync(cancellationToken);
        return written;
    }
}
