using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>Firms' texts made ready for an index, chunk by chunk.</summary>
public static class DocumentStream
{
    /// <summary>Documents are many times as large as their texts, and most of the collector's work is to move those that wait to be written.</summary>
    private const int ReadAtOnce = 128;

    /// <summary>While some are written, the next are cut into words, on all cores.</summary>
    /// <param name="refused">Gets the firms whose texts could not be read, and why: one of them keeps no other out.</param>
    public static async IAsyncEnumerable<IReadOnlyList<PartnerDocument>> Of(
        IAsyncEnumerable<IReadOnlyList<FirmText>> chunks,
        ListingReader reader,
        ConcurrentBag<RefusedChange> refused,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Task<IReadOnlyList<PartnerDocument>>? ahead = null;
        await foreach (var texts in chunks.WithCancellation(cancellationToken))
        {
            foreach (var some in texts.Chunk(ReadAtOnce))
            {
                var next = Task.Run(() => Read(some), cancellationToken);
                if (ahead is not null)
                {
                    yield return await ahead;
                }

                ahead = next;
            }
        }

        if (ahead is not null)
        {
            yield return await ahead;
        }

        IReadOnlyList<PartnerDocument> Read(FirmText[] texts) =>
            [.. texts.AsParallel().WithCancellation(cancellationToken).Select(ReadOne).OfType<PartnerDocument>()];

        PartnerDocument? ReadOne(FirmText firm)
        {
            try
            {
                return reader.Document(firm);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                refused.Add(new RefusedChange(firm.Id, exception.Message));
                return null;
            }
        }
    }
}
