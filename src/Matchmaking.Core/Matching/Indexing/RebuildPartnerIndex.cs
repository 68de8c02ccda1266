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
        var refused = await index.RebuildAsync(
            DocumentsAsync(
                count =>
                {
                    read += count;
                    progress?.Report(read);
                },
                cancellationToken
            ),
            cancellationToken
        );
        return new RebuiltIndex(read - refused.Count, refused);
    }

    /// <summary>While some are written, the next are read and cut into words.</summary>
    private async IAsyncEnumerable<IReadOnlyList<PartnerDocument>> DocumentsAsync(
        Action<int> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var reader = readers.Current;
        Task<PartnerDocument[]>? ahead = null;
        await foreach (var chunk in firms.StreamAsync(cancellationToken))
        {
            var texts = await vectors.AddAsync(chunk, cancellationToken);
            var next = Task.Run(
                () => texts.AsParallel().WithCancellation(cancellationToken).Select(reader.Document).ToArray(),
                cancellationToken
            );
            if (ahead is not null)
            {
                yield return Counted(await ahead);
            }

            ahead = next;
        }

        if (ahead is not null)
        {
            yield return Counted(await ahead);
        }

        PartnerDocument[] Counted(PartnerDocument[] documents)
        {
            read(documents.Length);
            return documents;
        }
    }
}

/// <param name="Firms">In the new index.</param>
public sealed record RebuiltIndex(int Firms, IReadOnlyList<RefusedChange> Refused);
