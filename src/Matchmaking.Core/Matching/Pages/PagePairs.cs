using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <param name="Concept">Of my listing.</param>
/// <param name="Other">Of their listing.</param>
/// <param name="IsReversed">Theirs stands in the relation to mine, and not mine to theirs.</param>
internal sealed record SharedChain(Concept Concept, Concept Other, ConceptRelation Relation, bool IsReversed);

/// <summary>What two listings have in common although they may say it in other words, or in another language.</summary>
/// <param name="Concepts">Ids, those of the titles first.</param>
/// <param name="Translations">Their word and mine, the most alike first.</param>
internal sealed record SharedMeaning(
    IReadOnlyList<string> Concepts,
    IReadOnlyList<(string Theirs, string Mine)> Translations,
    SharedChain? Chain,
    MarkedRanges Mine,
    MarkedRanges Theirs
);

internal sealed record MarkedRanges(IReadOnlyList<TextRange> Title, IReadOnlyList<TextRange> Text);

/// <summary>A listing taken apart for its pairs, which are read once for each listing of theirs.</summary>
internal sealed record ReadListing(ListingContent Content, ReadText Title, ReadText Text)
{
    /// <summary>Those that the writer meant, the title's first.</summary>
    public IEnumerable<ConceptMention> Concepts => Meant(Title).Concat(Meant(Text));

    public IEnumerable<ConceptMention> Meant(ReadText part) =>
        part.Mentions.Where(mention => !Content.StruckConcepts.Contains(mention.Concept.Id));
}

/// <summary>Reads the pairs of one page: each of my listings once for all of them.</summary>
internal sealed class PagePairs(ListingReader reader, WordAlignment alignment, TermStatistics statistics)
{
    private const int MostTranslations = 3;

    private readonly Dictionary<ListingContent, OwnListing> own = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of their listing at hand: each is looked through once, and tokens are most of the memory that reading takes.</summary>
    private readonly (List<Token> Title, List<Token> Text) tokens = ([], []);

    /// <summary>The words that both use, and what they have in common in other words.</summary>
    public (SharedWords Words, SharedMeaning Meaning) Read(ListingContent mine, ListingContent theirs)
    {
        if (!own.TryGetValue(mine, out var known))
        {
            own.Add(mine, known = new OwnListing(Read(mine, ([], [])), statistics, alignment));
        }

        var other = Read(theirs, tokens);
        return (known.Words.SharedWith(other), Meaning(known, other));
    }

    private ReadListing Read(ListingContent content, (List<Token> Title, List<Token> Text) into) =>
        new(
            content,
            new ReadText(content.Title, reader.Glossary.Finder, into.Title),
            new ReadText(content.Text, reader.Glossary.Finder, into.Text)
        );

    private SharedMeaning Meaning(OwnListing mine, ReadListing theirs)
    {
        var theirIds = theirs.Concepts.Select(mention => mention.Concept.Id).ToHashSet(StringComparer.Ordinal);
        var shared = mine.Read.Concepts.Select(mention => mention.Concept.Id).Where(theirIds.Contains).Distinct().ToList();
        // A concept that both name says it all: words are aligned only where there is none.
        var aligned = shared.Count > 0 || mine.Content.Language == theirs.Content.Language ? [] : Aligned(theirs.Content.Title, mine);
        return new SharedMeaning(
            shared,
            [.. aligned.Select(pair => (theirs.Content.Title[pair.Left], mine.Content.Title[pair.Right]))],
            shared.Count > 0 ? null : Chain(mine.Read.Concepts, theirs.Concepts),
            Marks(mine.Read, shared, aligned.Select(pair => pair.Right)),
            Marks(theirs, shared, aligned.Select(pair => pair.Left))
        );
    }

    private IReadOnlyList<AlignedWords> Aligned(string theirs, OwnListing mine) =>
        [
            .. WordAlignment
                .Align(alignment.Read(theirs), mine.Title)
                .Where(pair => TellingWords.Says(theirs[pair.Left]) && TellingWords.Says(mine.Content.Title[pair.Right]))
                .Take(MostTranslations),
        ];

    private SharedChain? Chain(IEnumerable<ConceptMention> own, IEnumerable<ConceptMention> other)
    {
        var theirs = other.Where(mention => !mention.IsAmbiguous).Select(mention => mention.Concept).DistinctBy(concept => concept.Id);
        var byId = theirs.ToDictionary(concept => concept.Id, StringComparer.Ordinal);
        foreach (var concept in own.Where(mention => !mention.IsAmbiguous).Select(mention => mention.Concept))
        {
            foreach (var step in reader.Chains.Of(concept.Id))
            {
                if (byId.TryGetValue(step.Concept, out var found))
                {
                    return new SharedChain(concept, found, step.Relation, step.IsReversed);
                }
            }
        }

        return null;
    }

    private static MarkedRanges Marks(ReadListing listing, List<string> shared, IEnumerable<Range> alignedInTitle) =>
        new(
            [
                .. Marks(listing.Meant(listing.Title), shared),
                .. alignedInTitle.Select(range => new TextRange(range.Start.Value, range.End.Value)),
            ],
            [.. Marks(listing.Meant(listing.Text), shared)]
        );

    private static IEnumerable<TextRange> Marks(IEnumerable<ConceptMention> mentions, List<string> shared) =>
        mentions.Where(mention => shared.Contains(mention.Concept.Id)).Select(mention => new TextRange(mention.Start, mention.End));

    /// <summary>One of my listings, with what its pairs are compared by.</summary>
    private sealed class OwnListing(ReadListing read, TermStatistics statistics, WordAlignment alignment)
    {
        public ReadListing Read => read;

        public ListingContent Content => read.Content;

        public OwnWords Words { get; } = new(read, statistics);

        /// <summary>To be aligned with titles of another language.</summary>
        public AlignableText Title => field ??= alignment.Read(read.Content.Title);
    }
}
