using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>
/// What somebody typed into the search box: terms with how much each tells firms apart, the concepts that they name, and what they mean.
/// A listing is found that says the words, or names the concepts in whatever language, or means nearly the same.
/// </summary>
internal sealed class SearchWords
{
    /// <summary>For a word of the trade's phrases that was asked for alone.</summary>
    private const float LeastWeight = 0.1f;

    /// <summary>The cosine from which a text is taken for one of the same thing.</summary>
    private const float LeastCosine = 0.62f;

    /// <summary>A text that only means the same stands behind those that say the words.</summary>
    private const float MeaningShare = 0.5f;

    private readonly List<(string Text, uint Key, float Weight)> words;
    private readonly List<uint> concepts;

    private SearchWords(List<(string Text, uint Key, float Weight)> words, IReadOnlyList<string> concepts, QuantizedVector? meaning)
    {
        this.words = words;
        this.concepts = [.. concepts.Select(concept => TermKey.Of(ListingTerms.ConceptTerm(concept)))];
        Concepts = concepts;
        Meaning = meaning;
        Terms = words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Ids.</summary>
    public IReadOnlyList<string> Concepts { get; }

    /// <summary>Null for what is too short to mean anything.</summary>
    public QuantizedVector? Meaning { get; }

    public IReadOnlySet<string> Terms { get; }

    public IReadOnlyList<WeightedTerm> Weighted => words.ConvertAll(word => new WeightedTerm(word.Text, word.Weight));

    /// <summary>Three in five, rounded up: all of a short query, most of a long one.</summary>
    public int Required => Math.Max(1, (words.Count * 3 + 4) / 5);

    public static async Task<SearchWords> OfAsync(
        string query,
        IPartnerIndex index,
        ListingReader reader,
        CancellationToken cancellationToken
    )
    {
        var tokens = Tokenizer.Tokenize(LegalForms.Strip(query)).Where(token => token.Kind != TokenKind.Character).ToList();
        var telling = tokens.Where(token => token.Kind != TokenKind.Filler).ToList();
        var chosen = (telling.Count > 0 ? telling : tokens).GroupBy(token => token.Text, StringComparer.Ordinal).ToList();
        // Whoever has not typed anything yet is shown the empty page whatever has become of the index.
        var statistics =
            chosen.Count == 0 ? TermStatistics.None : await index.StatisticsAsync([.. chosen.Select(word => word.Key)], cancellationToken);
        return new SearchWords(
            chosen.ConvertAll(word =>
                (word.Key, TermKey.Of(word.Key), Math.Max(LeastWeight, word.Max(token => token.Weight)) * statistics.Rarity(word.Key))
            ),
            [.. reader.Glossary.Finder.Find(query).Where(mention => !mention.IsAmbiguous).Select(mention => mention.Concept.Id).Distinct()],
            query.Trim().Length > 1 ? reader.Meanings.Of(query) : null
        );
    }

    /// <returns>The sum of the weights of the words that the listing says, or what its meaning is worth; 0 when it says too few and means another thing.</returns>
    public float In(MatchListing listing)
    {
        var codes = listing.HsCodes.SelectMany(HsNomenclature.Terms).ToHashSet(StringComparer.Ordinal);
        var said = Sum(word => listing.Terms.Keys.BinarySearch(word.Key) >= 0 || codes.Contains(word.Text));
        return said > 0 ? said : MeaningShare * words.Sum(word => word.Weight) * LikenessOf(listing);
    }

    private float LikenessOf(MatchListing listing)
    {
        if (concepts.Count > 0 && concepts.TrueForAll(concept => listing.Terms.Keys.BinarySearch(concept) >= 0))
        {
            return 1;
        }

        var cosine = Meaning is not null && Meaning.Dimensions == listing.Meaning?.Dimensions ? Meaning.Dot(listing.Meaning) : 0;
        return cosine >= LeastCosine ? cosine : 0;
    }

    /// <summary>Likewise for the terms of a name.</summary>
    public float In(IReadOnlySet<string> terms) => Sum(word => terms.Contains(word.Text));

    private float Sum(Func<(string Text, uint Key, float Weight), bool> isThere)
    {
        var (sum, count) = (0f, 0);
        foreach (var word in words.Where(isThere))
        {
            sum += word.Weight;
            count++;
        }

        return count >= Required ? sum : 0f;
    }
}
