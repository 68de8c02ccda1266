using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language.Lexicon.Training;

/// <param name="Training">Rows to learn from.</param>
/// <param name="Queries">Held out.</param>
/// <param name="Candidates">What a query is looked for among: the held-out rows and those learnt from.</param>
public sealed record HeldOut(IReadOnlyList<AlignedRow> Training, IReadOnlyList<AlignedRow> Queries, IReadOnlyList<AlignedRow> Candidates)
{
    /// <summary>
    /// Holds rows out in groups that share the head of their English description ("Alcohols; …"), so that a heading goes with its
    /// subheadings, and learns from no row that shares a text of any language with one that is held out.
    /// </summary>
    /// <param name="share">Of the groups, in (0, 1).</param>
    public static HeldOut Split(IReadOnlyList<AlignedRow> rows, double share, int seed)
    {
        var random = new Random(seed);
        var held = rows.Select(Head)
            .Distinct(StringComparer.Ordinal)
            .Where(_ => random.NextDouble() < share)
            .ToHashSet(StringComparer.Ordinal);
        var queries = rows.Where(row => held.Contains(Head(row))).ToList();
        var asked = queries.SelectMany(Texts).ToHashSet();
        return new HeldOut([.. rows.Where(row => !held.Contains(Head(row)) && !Texts(row).Any(asked.Contains))], queries, rows);
    }

    /// <summary>Of a row without English, its first text.</summary>
    private static string Head(AlignedRow row)
    {
        var text = row.Texts.TryGetValue(LanguageCode.En, out var english) ? english[0] : row.Texts.First().Value[0];
        var folded = TextNormalizer.Fold(text).Trim();
        return folded.IndexOf(';', StringComparison.Ordinal) is > 0 and var end ? folded[..end] : folded;
    }

    private static IEnumerable<(LanguageCode, string)> Texts(AlignedRow row) =>
        row.Texts.SelectMany(text => text.Value, (text, term) => (text.Key, TextNormalizer.Fold(term).Trim()));
}
