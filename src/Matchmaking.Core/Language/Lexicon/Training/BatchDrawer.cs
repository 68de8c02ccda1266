namespace Matchmaking.Core.Language.Lexicon.Training;

/// <summary>Draws batches, each from one set, so that the pairs of a batch are of one kind and hard to tell apart.</summary>
internal sealed class BatchDrawer
{
    private readonly (string Left, string Right)[][] pairs;
    private readonly double[] masses;
    private readonly int[] positions;
    private readonly int batchSize;
    private readonly Random random;

    public BatchDrawer(IReadOnlyList<AlignedSet> sets, int batchSize, Random random)
    {
        (this.batchSize, this.random) = (batchSize, random);
        pairs = [.. sets.Select(set => set.Pairs.ToArray())];
        masses = [.. sets.Select(set => set.Pairs.Count * set.Share)];
        positions = new int[sets.Count];
        foreach (var set in pairs)
        {
            random.Shuffle(set);
        }
    }

    public int StepsARound => (int)Math.Ceiling(masses.Sum() / batchSize);

    public (string Left, string Right)[] Next()
    {
        var set = Draw();
        var batch = new (string, string)[Math.Min(batchSize, pairs[set].Length)];
        for (var place = 0; place < batch.Length; place++)
        {
            if (positions[set] == pairs[set].Length)
            {
                random.Shuffle(pairs[set]);
                positions[set] = 0;
            }

            batch[place] = pairs[set][positions[set]++];
        }

        return batch;
    }

    private int Draw()
    {
        var mass = random.NextDouble() * masses.Sum();
        var set = 0;
        while (set < masses.Length - 1 && mass >= masses[set])
        {
            mass -= masses[set++];
        }

        return set;
    }
}
