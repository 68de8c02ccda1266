using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>What somebody typed into the search box, as terms with how much each tells firms apart.</summary>
internal sealed class SearchWords
{
    /// <summary>For a word of the trade's phrases that was asked for alone.</summary>
    private const float LeastWeight = 0.1f;

    private readonly List<(string Text, uint Key, float Weight)> words;

    private SearchWords(List<(string Text, uint Key, float Weight)> words)
    {
        this.words = words;
        Terms = words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlySet<string> Terms { get; }

    public IReadOnlyList<WeightedTerm> Weighted => words.ConvertAll(word => new WeightedTerm(word.Text, word.Weight));

    /// <summary>Three in five, rounded up: all of a short query, most of a long one.</summary>
    public int Required => Math.Max(1, (words.Count * 3 + 4) / 5);

    public static async Task<SearchWords> OfAsync(string query, IPartnerIndex index, CancellationToken cancellationToken)
    {
        var tokens = Tokenizer.Tokenize(LegalForms.Strip(query)).Where(token => token.Kind != TokenKind.Character).ToList();
        var telling = tokens.Where(token => token.Kind != TokenKind.Filler).ToList();
        var chosen = (telling.Count > 0 ? telling : tokens).GroupBy(token => token.Text, StringComparer.Ordinal).ToList();
        var statistics = await index.StatisticsAsync([.. chosen.Select(word => word.Key)], cancellationToken);
        return new SearchWords(
            chosen.ConvertAll(word =>
                (word.Key, TermKey.Of(word.Key), Math.Max(LeastWeight, word.Max(token => token.Weight)) * statistics.Rarity(word.Key))
            )
        );
    }

    /// <returns>The sum of the weights of the words that the listing says; 0 when they are too few.</returns>
    public float In(MatchListing listing)
    {
        var codes = listing.HsCodes.SelectMany(HsNomenclature.Terms).ToHashSet(StringComparer.Ordinal);
        return Sum(word => Array.BinarySearch(listing.Terms.Keys, word.Key) >= 0 || codes.Contains(word.Text));
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
