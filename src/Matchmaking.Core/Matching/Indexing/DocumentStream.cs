using System.Runtime.CompilerServices;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>Firms' texts made ready for an index, chunk by chunk.</summary>
public static class DocumentStream
{
    /// <summary>While some are written, the next are cut into words, on all cores.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<PartnerDocument>> Of(
        IAsyncEnumerable<IReadOnlyList<FirmText>> chunks,
        ListingReader reader,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Task<PartnerDocument[]>? ahead = null;
        await foreach (var texts in chunks.WithCancellation(cancellationToken))
        {
            var next = Task.Run(
                () => texts.AsParallel().WithCancellation(cancellationToken).Select(reader.Document).ToArray(),
                cancellationToken
            );
            if (ahead is not null)
            {
                yield return await ahead;
            }

            ahead = next;
        }

        if (ahead is not null)
        {
            yield return await ahead;
        }
    }
}
