namespace Matchmaking.Core.Matching.Indexing;

/// <param name="Documents">Firms in the index.</param>
/// <param name="Frequencies">Firms by term: in whichever of offers and needs it stands more often. Terms that nobody uses may be left out.</param>
public sealed record TermStatistics(int Documents, IReadOnlyDictionary<string, int> Frequencies)
{
    public static readonly TermStatistics None = new(0, new Dictionary<string, int>());

    /// <summary>Rarity of a term in (0, 1]: 1 for one that a single firm uses, near 0 for one that all do.</summary>
    public float Rarity(string term)
    {
        var frequency = Math.Clamp(Frequencies.GetValueOrDefault(term), 1, Math.Max(1, Documents));
        return (float)(Math.Log(1 + (double)Documents / frequency) / Math.Log(2 + Documents));
    }
}
