using System.Runtime.InteropServices;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>The terms of one firm's listings by key, with their rarity, ready to be compared with other firms' listings.</summary>
internal sealed class OwnTerms
{
    /// <summary>Rarity taken for a word of theirs that is not one of mine: about the middle of a real vocabulary.</summary>
    private const double OtherRarity = 0.7;

    private readonly Dictionary<uint, int> places = [];
    private readonly List<float> rarities = [];
    private readonly List<float[]> weights = [];
    private readonly double[] totals;

    /// <summary>A bit for each key that may be one of mine, by its lower half: most of the words that are compared are not.</summary>
    private readonly ulong[] perhaps = new ulong[(ushort.MaxValue + 1) / 64];

    /// <summary>By key of a concept next in the chain: what each of my listings says of the concept beside it.</summary>
    private readonly Dictionary<uint, float[]> links = [];

    public OwnTerms(IReadOnlyList<ListingTerms> listings, TermStatistics statistics, ConceptChains chains)
    {
        totals = new double[listings.Count];
        for (var listing = 0; listing < listings.Count; listing++)
        {
            foreach (var (term, weight) in listings[listing].Weights)
            {
                if (weight > 0)
                {
                    Add(term, listing, weight, listings.Count, statistics);
                }
            }

            foreach (var (concept, weight) in listings[listing].Concepts)
            {
                foreach (var step in chains.Of(concept))
                {
                    Link(TermKey.Of(ListingTerms.ConceptTerm(step.Concept)), listing, weight, listings.Count);
                }
            }
        }
    }

    /// <summary>For each of my listings, how much of it the other text says and how much of the other text it says.</summary>
    /// <param name="overlaps">Written: one for each of my listings.</param>
    public void Compare(TermVector theirs, Span<Overlap> overlaps)
    {
        overlaps.Clear();
        // As if no word of theirs were one of mine, and then what is known better of those that are.
        var total = theirs.Total * OtherRarity;
        var keys = theirs.Keys;
        var percents = theirs.Percents;
        for (var index = 0; index < keys.Length; index++)
        {
            if (!IsPerhapsMine(keys[index]) || percents[index] == 0)
            {
                continue;
            }

            var weight = percents[index] / 100.0;
            if (links.TryGetValue(keys[index], out var linked))
            {
                for (var listing = 0; listing < linked.Length; listing++)
                {
                    overlaps[listing].Chain = Math.Max(overlaps[listing].Chain, Math.Min(weight, linked[listing]));
                }
            }

            if (!places.TryGetValue(keys[index], out var place))
            {
                continue;
            }

            var rarity = rarities[place];
            total += weight * (rarity - OtherRarity);
            var own = weights[place];
            for (var listing = 0; listing < own.Length; listing++)
            {
                if (own[listing] > 0)
                {
                    overlaps[listing].Mine += own[listing] * rarity;
                    overlaps[listing].Theirs += weight * rarity;
                }
            }
        }

        for (var listing = 0; listing < overlaps.Length; listing++)
        {
            overlaps[listing].Mine /= Math.Max(totals[listing], double.Epsilon);
            overlaps[listing].Theirs /= Math.Max(total, double.Epsilon);
        }
    }

    private bool IsPerhapsMine(uint key) => (perhaps[(ushort)key >> 6] & (1UL << (int)(key & 63))) != 0;

    private void Mark(uint key) => perhaps[(ushort)key >> 6] |= 1UL << (int)(key & 63);

    private void Link(uint key, int listing, float weight, int listings)
    {
        if (!links.TryGetValue(key, out var linked))
        {
            links[key] = linked = new float[listings];
            Mark(key);
        }

        linked[listing] = Math.Max(linked[listing], weight);
    }

    private void Add(string term, int listing, float weight, int listings, TermStatistics statistics)
    {
        var key = TermKey.Of(term);
        if (!places.TryGetValue(key, out var place))
        {
            place = rarities.Count;
            places.Add(key, place);
            Mark(key);
            rarities.Add(statistics.Rarity(term));
            weights.Add(new float[listings]);
        }

        weights[place][listing] = Math.Max(weights[place][listing], weight);
        totals[listing] += weight * rarities[place];
    }

    /// <param name="Mine">Share of my listing, by weight and rarity, that the other one says too.</param>
    /// <param name="Theirs">Share of the other one.</param>
    /// <param name="Chain">How surely a concept of one is next to a concept of the other in the chain of production; 0 for not at all.</param>
    [StructLayout(LayoutKind.Auto)]
    internal record struct Overlap(double Mine, double Theirs, double Chain);
}
