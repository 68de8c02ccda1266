using Lucene.Net.Index;
using Lucene.Net.Util;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

/// <summary>The profiles that a reader's documents carry. For one search: it is not for several threads.</summary>
internal sealed class StoredProfiles
{
    /// <summary>
    /// Profiles kept of all segments together, for searches to come: reading one anew takes microseconds, keeping one with four listings some
    /// seven kilobytes.
    /// </summary>
    private const int MostKept = 131_072;

    private readonly IList<AtomicReaderContext> leaves;
    private readonly Segment[] segments;
    private readonly BytesRef payload = new();

    /// <param name="mostKept">0 for whoever walks through all of them, and would fill the room with the first.</param>
    public StoredProfiles(IndexReader reader, int mostKept = MostKept)
    {
        leaves = reader.Leaves;
        // Each segment has its share of the room by its size: in few large ones as many are kept as in many small ones.
        segments = [.. leaves.Select(leaf => new Segment(leaf.AtomicReader, (long)mostKept * leaf.AtomicReader.MaxDoc / reader.MaxDoc))];
    }

    /// <param name="document">Counted through all segments.</param>
    public CompanyId IdOf(int document)
    {
        var segment = ReaderUtil.SubIndex(document, leaves);
        return CompanyId.From(segments[segment].Firms.Ids[document - leaves[segment].DocBase]);
    }

    /// <returns>Null where the reader does not know the firm.</returns>
    public int? DocumentOf(CompanyId id)
    {
        for (var segment = 0; segment < segments.Length; segment++)
        {
            if (segments[segment].Firms.Documents.TryGetValue(id.Value, out var document) && segments[segment].IsLive(document))
            {
                return leaves[segment].DocBase + document;
            }
        }

        return null;
    }

    /// <returns>Null for a document of a firm that was taken out.</returns>
    public MatchProfile? Of(int document)
    {
        var segment = ReaderUtil.SubIndex(document, leaves);
        return Read(segments[segment], document - leaves[segment].DocBase);
    }

    private MatchProfile? Read(Segment segment, int document)
    {
        if (segment.Firms.Kept(document) is { } known)
        {
            return known;
        }

        segment.Profiles?.Get(document, payload);
        if (segment.Profiles is null || payload.Length == 0)
        {
            return null;
        }

        // The reader gives an array of its own for each document, so that the profile may keep it.
        var profile = MatchProfileCodec.Read(payload.Bytes.AsMemory(payload.Offset, payload.Length));
        segment.Firms.Keep(document, profile, segment.Room);
        return profile;
    }

    private sealed class Segment(AtomicReader reader, long room)
    {
        private readonly IBits? liveDocuments = reader.LiveDocs;

        public SegmentFirms Firms { get; } = SegmentFirms.Of(reader);

        /// <summary>For profiles that are kept.</summary>
        public long Room => room;

        /// <summary>Null where the segment holds nothing but firms that were taken out.</summary>
        public BinaryDocValues? Profiles { get; } = reader.GetBinaryDocValues(Fields.Profile);

        public bool IsLive(int document) => liveDocuments is null || liveDocuments.Get(document);
    }
}
