using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

/// <summary>
/// Turns a firm into a Lucene document. Terms come ready from the language layer: nothing is analysed here. Not for several threads, and a
/// document is to be written before the next one is made: what reads out the terms of a field is used again.
/// </summary>
internal sealed class DocumentWriter
{
    /// <summary>Only which terms there are: the weights come with the query.</summary>
    private static readonly FieldType Terms = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
    };

    /// <summary>Making what reads out a number takes as long as a hundred terms.</summary>
    private readonly Int64Field verified = new(Fields.VerifiedUntil, 0, Field.Store.NO);

    private readonly Dictionary<string, ReadyTerms> readers = new(StringComparer.Ordinal);

    public Document Of(PartnerDocument firm)
    {
        var document = Entry(firm.Id, firm.Version);
        AddTerms(document, Fields.Live, ["1"]);
        document.Add(new BinaryDocValuesField(Fields.Profile, new BytesRef(MatchProfileCodec.Write(firm.Profile))));
        AddTerms(document, Fields.Offer, firm.OfferTerms);
        AddTerms(document, Fields.Need, firm.NeedTerms);
        AddTerms(document, Fields.Name, firm.NameTerms);
        var profile = firm.Profile;
        AddTerms(document, Fields.Country, [profile.Country.ToString()]);
        AddTerms(document, Fields.Sector, [profile.Sector]);
        AddTerms(document, Fields.Region, [profile.Region]);
        AddTerms(document, Fields.Mode, [.. profile.Modes.Select(mode => mode.ToString())]);
        AddTerms(document, Fields.Chapter, profile.Chapters);
        if (profile.VerifiedUntil is { } until)
        {
            verified.SetInt64Value(until.Ticks);
            document.Add(verified);
        }

        return document;
    }

    public Document Tombstone(CompanyId id, long version, DateTime removedAt)
    {
        var document = Entry(id, version);
        document.Add(new NumericDocValuesField(Fields.RemovedAt, removedAt.Ticks));
        return document;
    }

    private Document Entry(CompanyId id, long version)
    {
        Document document = [new NumericDocValuesField(Fields.Version, version)];
        AddTerms(document, Fields.Id, [id.ToString()]);
        return document;
    }

    private void AddTerms(Document document, string field, IReadOnlyCollection<string> terms)
    {
        if (!readers.TryGetValue(field, out var reader))
        {
            readers.Add(field, reader = new ReadyTerms());
        }

        reader.Terms = terms;
        document.Add(new Field(field, reader, Terms));
    }

    private sealed class ReadyTerms : TokenStream
    {
        private readonly ICharTermAttribute term;
        private IEnumerator<string> next = Enumerable.Empty<string>().GetEnumerator();

        public ReadyTerms() => term = AddAttribute<ICharTermAttribute>();

        /// <summary>An empty one is none.</summary>
        public IReadOnlyCollection<string> Terms { private get; set; } = [];

        public override void Reset()
        {
            base.Reset();
            next.Dispose();
            next = Terms.GetEnumerator();
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            while (next.MoveNext())
            {
                if (next.Current.Length > 0)
                {
                    term.SetEmpty().Append(next.Current);
                    return true;
                }
            }

            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                next.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
