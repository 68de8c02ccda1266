using System.Buffers;

namespace Matchmaking.Core.Language.Glossary;

/// <summary>
/// Finds the concepts that a text names, whatever its language and however it is written: traditional characters, full width, capitals,
/// plurals, hyphens, Korean compounds with or without blanks and with particles. The longest term wins, from the left.
/// </summary>
public sealed class ConceptFinder
{
    private const int LongestAcronym = 4;

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> Simple = SearchValues.Create([
        .. Enumerable.Range(' ', 0x7F - ' ').Concat(Enumerable.Range(0xAC00, 0xD7A4 - 0xAC00)).Select(code => (char)code),
    ]);

    private readonly Concept[] concepts;
    private readonly TextUnits cutter = new();
    private readonly TermTrie trie;

    /// <param name="goods">Lines of the <see cref="GoodsIndex"/>; what a concept is called too is the concept's.</param>
    internal ConceptFinder(IReadOnlyList<Concept> concepts, IReadOnlyList<Concept> goods)
    {
        this.concepts = [.. concepts, .. goods];
        var units = new List<TextUnit>();
        var terms = new TermTrie.Builder();
        for (var index = 0; index < this.concepts.Length; index++)
        {
            foreach (var term in (ConceptTerm[])[.. this.concepts[index].Zh, .. this.concepts[index].Ko, .. this.concepts[index].En])
            {
                cutter.Learn(Fold(term.Text), units);
                terms.Add(units, new TermMeaning(index, term.IsAmbiguous, IsAcronym(term.Text), IsGoods: index >= concepts.Count));
            }
        }

        trie = terms.Build();
    }

    /// <summary>In the order of the text, without overlaps; a term of several concepts gives one mention for each.</summary>
    public IReadOnlyList<ConceptMention> Find(string text) => Find(text, TextNormalizer.Normalize(text));

    /// <summary>For whoever has normalised the text already.</summary>
    public IReadOnlyList<ConceptMention> Find(string text, NormalizedText normalized) => Find(text, normalized, withGoods: false);

    /// <summary>Goods too, which are no concepts but lead to a heading: their mentions are of a line of the <see cref="GoodsIndex"/>.</summary>
    public IReadOnlyList<ConceptMention> FindWithGoods(string text) => Find(text, TextNormalizer.Normalize(text), withGoods: true);

    private List<ConceptMention> Find(string text, NormalizedText normalized, bool withGoods)
    {
        var units = new List<TextUnit>(normalized.Text.Length);
        cutter.Cut(normalized.Text, units);
        var boundaries = new TermBoundaries(normalized.Text, units, trie);
        var mentions = new List<ConceptMention>();
        var found = -1;
        for (var position = 0; position < units.Count; )
        {
            var (end, node) = boundaries.IsPossibleStart(position)
                ? LongestAt(boundaries, units, position, isAfterTerm: position == found, withGoods)
                : (position, 0);
            if (end == position)
            {
                position++;
                continue;
            }

            var range = normalized.Source(units[position].Start, units[end - 1].End);
            Add(mentions, text, range, trie.MeaningsAt(node)!);
            position = found = end;
        }

        return mentions;
    }

    /// <summary>The concepts of which the whole text is a term, those that it names first of all before those that it merely can mean.</summary>
    public IReadOnlyList<Concept> Named(string text) => Named(text, Find);

    /// <summary>Likewise, with lines of the index of goods.</summary>
    public IReadOnlyList<Concept> NamedWithGoods(string text) => Named(text, FindWithGoods);

    private static List<Concept> Named(string text, Func<string, IReadOnlyList<ConceptMention>> find)
    {
        var trimmed = text.Trim();
        return
        [
            .. find(trimmed)
                .Where(mention => mention.Start == 0 && mention.End == trimmed.Length)
                .OrderBy(mention => mention.IsAmbiguous)
                .Select(mention => mention.Concept),
        ];
    }

    private (int End, int Node) LongestAt(TermBoundaries boundaries, List<TextUnit> units, int start, bool isAfterTerm, bool withGoods)
    {
        var best = (End: start, Node: 0);
        var node = 0;
        for (var position = start; position < units.Count && (position == start || boundaries.MayCross(position)); position++)
        {
            node = trie.Next(node, units[position].Id);
            if (node < 0)
            {
                break;
            }

            if (
                trie.MeaningsAt(node) is [var first, ..]
                && (withGoods || !first.IsGoods)
                && boundaries.Allow(start, position + 1, isAfterTerm)
            )
            {
                best = (position + 1, node);
            }
        }

        return best;
    }

    private void Add(List<ConceptMention> mentions, string text, Range range, TermMeaning[] meanings)
    {
        var (start, end) = (range.Start.Value, range.End.Value);
        var inSmallLetters = !text.AsSpan(start, end - start).ContainsAny(Capitals);
        foreach (var meaning in meanings)
        {
            var isDoubtful = meaning.IsAcronym && inSmallLetters;
            if (!isDoubtful || !FillerWords.IsEnglish(text[start..end]))
            {
                var isAmbiguous = meaning.IsAmbiguous || meanings.Length > 1 || isDoubtful;
                mentions.Add(new ConceptMention(concepts[meaning.Concept], start, end, isAmbiguous));
            }
        }
    }

    /// <summary>The normaliser's answer, at once for what it only turns into small letters.</summary>
    private static string Fold(string term) =>
        term.AsSpan().ContainsAnyExcept(Simple) ? TextNormalizer.Fold(term) : term.ToLowerInvariant();

    private static bool IsAcronym(string term) => term.Length <= LongestAcronym && term.All(char.IsAsciiLetterUpper);
}

/// <param name="Start">Where its word stands in the text, in UTF-16 units.</param>
/// <param name="End">Exclusive.</param>
/// <param name="IsAmbiguous">The word can mean something else, and should count less.</param>
public readonly record struct ConceptMention(Concept Concept, int Start, int End, bool IsAmbiguous)
{
    private const float AmbiguousShare = 0.4f;

    /// <summary>A word that can mean two things speaks for each of them with less than half a voice.</summary>
    public float Share => IsAmbiguous ? AmbiguousShare : 1;
}
