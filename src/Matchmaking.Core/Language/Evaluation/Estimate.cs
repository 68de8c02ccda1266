using System.Runtime.InteropServices;

namespace Matchmaking.Core.Language.Evaluation;

/// <summary>A mean over queries with the interval in which, at 95 %, it would lie for other queries of the same kind.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Estimate(double Mean, double Low, double High)
{
    public const int Resamples = 1000;

    private const int Seed = 20_261_123;
    private const double Tail = 0.025;

    /// <summary>Percentile bootstrap over queries. All measures see the same resamples, so they can be compared with one another.</summary>
    /// <param name="queries">At least one; each with the values of the same measures.</param>
    /// <returns>One estimate a measure, the same for the same queries at any time.</returns>
    public static IReadOnlyList<Estimate> OfEach(IReadOnlyList<IReadOnlyList<double>> queries)
    {
        var measures = queries[0].Count;
        var random = new Random(Seed);
        var means = Enumerable.Range(0, measures).Select(_ => new double[Resamples]).ToList();
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var draw = 0; draw < queries.Count; draw++)
            {
                var drawn = queries[random.Next(queries.Count)];
                for (var measure = 0; measure < measures; measure++)
                {
                    means[measure][resample] += drawn[measure];
                }
            }
        }

        return [.. means.Select((sums, measure) => Of(queries.Average(query => query[measure]), sums, queries.Count))];
    }

    private static Estimate Of(double mean, double[] sums, int count)
    {
        Array.Sort(sums);
        var tail = (int)(Tail * Resamples);
        return new Estimate(mean, sums[tail] / count, sums[Resamples - 1 - tail] / count);
    }
}
