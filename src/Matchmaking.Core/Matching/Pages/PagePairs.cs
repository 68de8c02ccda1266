using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;
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

/// <summary>Reads the pairs of one page.</summary>
internal sealed class PagePairs(ListingReader reader, WordAlignment alignment, ReadTexts texts)
{
    private const int MostTranslations = 3;

    private readonly Dictionary<ListingContent, FoundConcepts> mentions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, AlignableText> titles = new(StringComparer.Ordinal);

    public TextMarks Words { get; } = new(texts);

    internal SharedMeaning Read(ListingContent mine, ListingContent theirs)
    {
        var (own, other) = (Mentions(mine), Mentions(theirs));
        var theirIds = other.All.Select(mention => mention.Concept.Id).ToHashSet(StringComparer.Ordinal);
        var shared = own.All.Select(mention => mention.Concept.Id).Where(theirIds.Contains).Distinct().ToList();
        // A concept that both name says it all: words are aligned only where there is none.
        var aligned = shared.Count > 0 || mine.Language == theirs.Language ? [] : Aligned(theirs.Title, mine.Title);
        return new SharedMeaning(
            shared,
            [.. aligned.Select(pair => (theirs.Title[pair.Left], mine.Title[pair.Right]))],
            shared.Count > 0 ? null : Chain(own.All, other.All),
            Marks(own, shared, aligned.Select(pair => pair.Right)),
            Marks(other, shared, aligned.Select(pair => pair.Left))
        );
    }

    private IReadOnlyList<AlignedWords> Aligned(string theirs, string mine) =>
        [
            .. WordAlignment
                .Align(Title(theirs), Title(mine))
                .Where(pair => TellingWords.Says(theirs[pair.Left]) && TellingWords.Says(mine[pair.Right]))
                .Take(MostTranslations),
        ];

    private AlignableText Title(string title)
    {
        if (!titles.TryGetValue(title, out var known))
        {
            titles.Add(title, known = alignment.Read(title));
        }

        return known;
    }

    private FoundConcepts Mentions(ListingContent content)
    {
        if (!mentions.TryGetValue(content, out var found))
        {
            found = new FoundConcepts(Find(content.Title, content.StruckConcepts), Find(content.Text, content.StruckConcepts));
            mentions.Add(content, found);
        }

        return found;
    }

    private IReadOnlyList<ConceptMention> Find(string text, IReadOnlyList<string> struck) =>
        [.. texts.Of(text).Mentions.Where(mention => !struck.Contains(mention.Concept.Id))];

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

    private static MarkedRanges Marks(FoundConcepts found, IReadOnlyList<string> shared, IEnumerable<Range> alignedInTitle) =>
        new(
            [.. Marks(found.Title, shared), .. alignedInTitle.Select(range => new TextRange(range.Start.Value, range.End.Value))],
            [.. Marks(found.Text, shared)]
        );

    private static IEnumerable<TextRange> Marks(IReadOnlyList<ConceptMention> mentions, IReadOnlyList<string> shared) =>
        mentions.Where(mention => shared.Contains(mention.Concept.Id)).Select(mention => new TextRange(mention.Start, mention.End));

    private sealed record FoundConcepts(IReadOnlyList<ConceptMention> Title, IReadOnlyList<ConceptMention> Text)
    {
        public IEnumerable<ConceptMention> All => Title.Concat(Text);
    }
}
