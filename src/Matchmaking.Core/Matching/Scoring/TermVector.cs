namespace Matchmaking.Core.Matching.Scoring;

/// <summary>The distinct terms of one listing by their keys, each with how much it says there; 0 for what only serves to find.</summary>
/// <param name="Keys">Rising.</param>
/// <param name="Percents">Weights in hundredths, beside the keys.</param>
public sealed record TermVector(uint[] Keys, byte[] Percents)
{
    /// <summary>Of all weights.</summary>
    public double Total { get; } = Percents.Sum(percent => percent) / 100.0;

    public static TermVector Of(IEnumerable<KeyValuePair<string, float>> weightsByTerm)
    {
        var sorted = new SortedDictionary<uint, byte>();
        foreach (var (term, weight) in weightsByTerm)
        {
            var key = TermKey.Of(term);
            sorted[key] = Math.Max(sorted.GetValueOrDefault(key), (byte)Math.Round(Math.Clamp(weight, 0f, 1f) * 100));
        }

        return new TermVector([.. sorted.Keys], [.. sorted.Values]);
    }
}
