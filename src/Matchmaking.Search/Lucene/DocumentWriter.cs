using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Lucene;

/// <summary>Turns a firm into a Lucene document. Terms come ready from the language layer: nothing is analysed here.</summary>
internal static class DocumentWriter
{
    /// <summary>Only which terms there are: the weights come with the query.</summary>
    private static readonly FieldType Terms = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
    };

    public static Document Of(PartnerDocument firm)
    {
        var document = Entry(firm.Id, firm.Version);
        document.Add(new StringField(Fields.Live, "1", Field.Store.NO));
        document.Add(new BinaryDocValuesField(Fields.Profile, new BytesRef(MatchProfileCodec.Write(firm.Profile))));
        AddTerms(document, Fields.Offer, firm.OfferTerms);
        AddTerms(document, Fields.Need, firm.NeedTerms);
        AddTerms(document, Fields.Name, firm.NameTerms);
        var profile = firm.Profile;
        AddKey(document, Fields.Country, profile.Country.ToString());
        AddKey(document, Fields.Sector, profile.Sector);
        AddKey(document, Fields.Region, profile.Region);
        foreach (var mode in profile.Listings.SelectMany(listing => listing.Modes).Distinct())
        {
            AddKey(document, Fields.Mode, mode.ToString());
        }

        foreach (var chapter in profile.Listings.SelectMany(listing => listing.HsCodes).Select(code => code[..2]).Distinct())
        {
            AddKey(document, Fields.Chapter, chapter);
        }

        if (profile.VerifiedUntil is { } until)
        {
            document.Add(new Int64Field(Fields.VerifiedUntil, until.Ticks, Field.Store.NO));
        }

        return document;
    }

    public static Document Tombstone(CompanyId id, long version, DateTime removedAt)
    {
        var document = Entry(id, version);
        document.Add(new NumericDocValuesField(Fields.RemovedAt, removedAt.Ticks));
        return document;
    }

    private static Document Entry(CompanyId id, long version) =>
        [new StringField(Fields.Id, id.ToString(), Field.Store.YES), new NumericDocValuesField(Fields.Version, version)];

    private static void AddTerms(Document document, string field, IReadOnlyCollection<string> terms) =>
        document.Add(new Field(field, new ReadyTerms(terms), Terms));

    private static void AddKey(Document document, string field, string value)
    {
        if (value.Length > 0)
        {
            document.Add(new StringField(field, value, Field.Store.NO));
        }
    }

    private sealed class ReadyTerms : TokenStream
    {
        private readonly IEnumerator<string> terms;
        private readonly ICharTermAttribute term;

        public ReadyTerms(IEnumerable<string> terms)
        {
            this.terms = terms.GetEnumerator();
            term = AddAttribute<ICharTermAttribute>();
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (!terms.MoveNext())
            {
                return false;
            }

            term.SetEmpty().Append(terms.Current);
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                terms.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
