namespace Matchmaking.Core.Language;

/// <summary>A small index over the names of the nomenclature, answered while somebody types.</summary>
internal sealed class HsNameSearch
{
    private readonly List<HsEntry> entries;
    private readonly Dictionary<string, List<int>> rowsByTerm = new(StringComparer.Ordinal);
    private readonly string[] sortedTerms;

    public HsNameSearch(IEnumerable<HsEntry> entries)
    {
        this.entries = [.. entries];
        for (var row = 0; row < this.entries.Count; row++)
        {
            foreach (var term in TermsOf(this.entries[row]))
            {
                if (!rowsByTerm.TryGetValue(term, out var rows))
                {
                    rowsByTerm[term] = rows = [];
                }

                rows.Add(row);
            }
        }

        sortedTerms = [.. rowsByTerm.Keys.Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<HsEntry> Search(string query, int limit)
    {
        var digits = TextNormalizer.Fold(query).Replace(".", string.Empty, StringComparison.Ordinal).Trim();
        if (digits.Length > 0 && digits.All(char.IsAsciiDigit))
        {
            return ByCode(digits, limit);
        }

        var terms = Tokenizer
            .Tokenize(query)
            .Where(token => token.Kind != TokenKind.Character)
            .Select(token => token.Text)
            .Distinct()
            .ToList();
        var scores = new Dictionary<int, double>();
        for (var index = 0; index < terms.Count; index++)
        {
            AddScores(scores, terms[index], mayGoOn: index == terms.Count - 1);
        }

        return
        [
            .. scores
                .OrderByDescending(score => score.Value)
                .ThenBy(score => entries[score.Key].Names.Ko.Length + entries[score.Key].Names.Zh.Length)
                .ThenBy(score => score.Key)
                .Take(limit)
                .Select(score => entries[score.Key]),
        ];
    }

    private static IEnumerable<string> TermsOf(HsEntry entry) =>
        new[] { entry.Names.Zh, entry.Names.Ko, entry.Names.En }.SelectMany(Tokenizer.Tokenize).Select(token => token.Text).Distinct();

    private IReadOnlyList<HsEntry> ByCode(string digits, int limit) =>
        digits.Length > 4
            ? HsNomenclature.Find(digits) is { } subheading
                ? [subheading]
                : [.. entries.Where(entry => entry.Code == digits[..4])]
            : [.. entries.Where(entry => entry.Code.StartsWith(digits, StringComparison.Ordinal)).Take(limit)];

    /// <summary>Rare terms count more; the last Latin word may still be unfinished.</summary>
    private void AddScores(Dictionary<int, double> scores, string term, bool mayGoOn)
    {
        var matches =
            mayGoOn && char.IsAsciiLetter(term[0]) ? StartingWith(term)
            : rowsByTerm.ContainsKey(term) ? [term]
            : [];
        var best = new Dictionary<int, double>();
        foreach (var match in matches)
        {
            var rarity = Math.Log(1 + (double)entries.Count / rowsByTerm[match].Count) * term.Length / match.Length;
            foreach (var row in rowsByTerm[match])
            {
                best[row] = Math.Max(best.GetValueOrDefault(row), rarity);
            }
        }

        foreach (var (row, score) in best)
        {
            scores[row] = scores.GetValueOrDefault(row) + score;
        }
    }

    private IEnumerable<string> StartingWith(string prefix)
    {
        var at = Array.BinarySearch(sortedTerms, prefix, StringComparer.Ordinal);
        for (
            var index = at < 0 ? ~at : at;
            index < sortedTerms.Length && sortedTerms[index].StartsWith(prefix, StringComparison.Ordinal);
            index++
        )
        {
            yield return sortedTerms[index];
        }
    }
}
