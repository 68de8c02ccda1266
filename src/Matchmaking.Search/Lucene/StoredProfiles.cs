using Lucene.Net.Index;
using Lucene.Net.Util;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

/// <summary>The profiles that a reader's documents carry. For one search: it is not for several threads.</summary>
internal sealed class StoredProfiles
{
    private const int IdBytes = 16;

    private readonly IList<AtomicReaderContext> leaves;
    private readonly Segment[] segments;
    private readonly BytesRef payload = new();
    private readonly bool keeps;

    /// <param name="keeps">Whether what is read is kept for searches to come; whoever walks through all of them would fill the place with the first.</param>
    public StoredProfiles(IndexReader reader, bool keeps = true)
    {
        this.keeps = keeps;
        leaves = reader.Leaves;
        segments = [.. leaves.Select(leaf => new Segment(leaf.AtomicReader))];
    }

    /// <summary>The firm and its profile; null for a document of a firm that was taken out.</summary>
    /// <param name="document">Counted through all segments.</param>
    public (CompanyId Id, MatchProfile Profile)? Of(int document)
    {
        var segment = ReaderUtil.SubIndex(document, leaves);
        return Read(segments[segment], document - leaves[segment].DocBase);
    }

    /// <returns>Null where the reader does not know the firm.</returns>
    public MatchProfile? Of(CompanyId id)
    {
        foreach (var segment in segments)
        {
            if (
                segment.Firms.Documents.TryGetValue(id.Value, out var document)
                && (segment.LiveDocuments is null || segment.LiveDocuments.Get(document))
                && Read(segment, document) is { } found
            )
            {
                return found.Profile;
            }
        }

        return null;
    }

    private (CompanyId Id, MatchProfile Profile)? Read(Segment segment, int document)
    {
        if (segment.Profiles is null)
        {
            return null;
        }

        if (segment.Firms.Profiles.TryGetValue(document, out var known))
        {
            return (CompanyId.From(segment.Firms.Ids[document]), known);
        }

        segment.Profiles.Get(document, payload);
        if (payload.Length == 0)
        {
            return null;
        }

        // The reader gives an array of its own for each document, so that the profile may keep it.
        var bytes = payload.Bytes.AsMemory(payload.Offset, payload.Length);
        var profile = MatchProfileCodec.Read(bytes[IdBytes..]);
        if (keeps)
        {
            segment.Firms.Keep(document, profile);
        }

        return (CompanyId.From(new Guid(bytes.Span[..IdBytes])), profile);
    }

    private sealed class Segment(AtomicReader reader)
    {
        public SegmentFirms Firms { get; } = SegmentFirms.Of(reader);

        public IBits? LiveDocuments { get; } = reader.LiveDocs;

        /// <summary>Null where the segment holds nothing but firms that were taken out.</summary>
        public BinaryDocValues? Profiles { get; } = reader.GetBinaryDocValues(Fields.Profile);
    }
}
