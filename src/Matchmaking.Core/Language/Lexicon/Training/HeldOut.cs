using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language.Lexicon.Training;

/// <param name="Training">Rows to learn from.</param>
/// <param name="Queries">Held out.</param>
/// <param name="Candidates">What a query is looked for among: the held-out rows and those learnt from.</param>
public sealed record HeldOut(IReadOnlyList<AlignedRow> Training, IReadOnlyList<AlignedRow> Queries, IReadOnlyList<AlignedRow> Candidates)
{
    /// <summary>
    /// Holds rows out in groups that share a text in any language, or the head of an English description ("Alcohols; …"), so that a
    /// heading goes with its subheadings and nothing that is asked for has been learnt in other words.
    /// </summary>
    /// <param name="share">Of the groups, in (0, 1).</param>
    public static HeldOut Split(IReadOnlyList<AlignedRow> rows, double share, int seed)
    {
        var groups = Groups(rows);
        var random = new Random(seed);
        var held = groups.Distinct().Order().ToDictionary(group => group, _ => random.NextDouble() < share);
        var queries = rows.Where((_, place) => held[groups[place]]).ToList();
        return new HeldOut([.. rows.Where((_, place) => !held[groups[place]])], queries, rows);
    }

    private static int[] Groups(IReadOnlyList<AlignedRow> rows)
    {
        var parents = Enumerable.Range(0, rows.Count).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var key in rows[row].Texts.SelectMany(Keys))
            {
                if (!first.TryAdd(key, row))
                {
                    parents[Root(row)] = Root(first[key]);
                }
            }
        }

        return [.. Enumerable.Range(0, rows.Count).Select(Root)];

        int Root(int row)
        {
            while (parents[row] != row)
            {
                row = parents[row] = parents[parents[row]];
            }

            return row;
        }
    }

    private static IEnumerable<string> Keys(KeyValuePair<LanguageCode, string[]> text)
    {
        foreach (var term in text.Value)
        {
            var folded = TextNormalizer.Fold(term).Trim();
            yield return $"{text.Key}:{folded}";
            if (text.Key == LanguageCode.En && folded.IndexOf(';', StringComparison.Ordinal) is > 0 and var head)
            {
                yield return $"head:{folded[..head]}";
            }
        }
    }
}
