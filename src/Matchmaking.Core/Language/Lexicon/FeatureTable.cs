namespace Matchmaking.Core.Language.Lexicon;

/// <summary>Finds the place of a feature: a table by its upper half leads to the one or two that share it.</summary>
/// <param name="features">Distinct, rising.</param>
internal sealed class FeatureTable(uint[] features)
{
    private const int LowerBits = 16;

    private readonly int[] starts = Starts(features);

    /// <returns>-1 for one that is not there.</returns>
    public int PlaceOf(uint feature)
    {
        var upper = feature >> LowerBits;
        for (var place = starts[upper]; place < starts[upper + 1]; place++)
        {
            if (features[place] == feature)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Where those of each upper half begin, and behind them the end.</summary>
    private static int[] Starts(uint[] features)
    {
        var begins = new int[(uint.MaxValue >> LowerBits) + 2];
        foreach (var feature in features)
        {
            begins[(feature >> LowerBits) + 1]++;
        }

        for (var upper = 1; upper < begins.Length; upper++)
        {
            begins[upper] += begins[upper - 1];
        }

        return begins;
    }
}
