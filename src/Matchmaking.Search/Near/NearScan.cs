using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;

namespace Matchmaking.Search.Near;

/// <summary>
/// One search: all firms by the signs of their vectors, the best of these by the whole vectors. Its loops are compiled in full at once:
/// the runtime would take some hundred searches to find out that they are worth it.
/// </summary>
internal sealed class NearScan(NearRows rows, NearVectors.Entry[] firms, NearVector[] queries)
{
    /// <summary>Firms that are compared in full, for each that is asked for and in all at least: signs alone put a few of the best that far behind.</summary>
    private const int ExaminedForEach = 8;
    private const int LeastExamined = 2000;

    private const int Buckets = 4096;

    /// <summary>What signs say of two that are hardly alike is too rough to leave a firm out.</summary>
    private const float Least = 1e-6f;

    public IReadOnlyList<NearHit> Best(Country? country, Predicate<NearFirm>? passes, int limit)
    {
        var estimates = ArrayPool<float>.Shared.Rent(firms.Length);
        var places = ArrayPool<int>.Shared.Rent(firms.Length);
        try
        {
            Estimate(country, passes, estimates.AsSpan(0, firms.Length));
            var chosen = Choose(estimates.AsSpan(0, firms.Length), places, Math.Max(LeastExamined, limit * ExaminedForEach));
            return Compare(places.AsSpan(0, chosen), estimates.AsSpan(0, chosen), limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(estimates);
            ArrayPool<int>.Shared.Return(places);
        }
    }

    /// <summary>0 for a firm that does not pass or has no listing of the kinds wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Estimate(Country? country, Predicate<NearFirm>? passes, Span<float> estimates)
    {
        var words = rows.Words;
        var signs = new ulong[queries.Length * words];
        var kinds = new byte[queries.Length];
        var lengths = new float[queries.Length];
        for (var query = 0; query < queries.Length; query++)
        {
            var vector = queries[query].Vector;
            SignBits.Write(vector.Values, signs.AsSpan(query * words, words));
            kinds[query] = (byte)queries[query].Kind;
            lengths[query] = MathF.Sqrt(QuantizedVector.Dot(vector.Values, vector.Values)) * vector.Scale;
        }

        var best = new float[queries.Length];
        var rowKinds = rows.Kinds;
        var rowLengths = rows.Lengths;
        ref var firstSign = ref MemoryMarshal.GetReference(rows.Signs);
        ref var firstCosine = ref MemoryMarshal.GetArrayDataReference(rows.Cosines);
        for (var place = 0; place < firms.Length; place++)
        {
            ref readonly var firm = ref firms[place];
            if ((country is { } only && firm.Country != only) || (passes is not null && !passes(firm.Firm)))
            {
                estimates[place] = 0;
                continue;
            }

            best.AsSpan().Clear();
            for (var row = firm.Start; row < firm.Start + firm.Count; row++)
            {
                ref var sign = ref Unsafe.Add(ref firstSign, (nint)row * words);
                var (kind, length) = (rowKinds[row], rowLengths[row]);
                for (var query = 0; query < kinds.Length; query++)
                {
                    if (kinds[query] == kind)
                    {
                        var distance = SignBits.Distance(ref signs[query * words], ref sign, words);
                        best[query] = MathF.Max(best[query], MathF.Max(Unsafe.Add(ref firstCosine, distance), Least) * length);
                    }
                }
            }

            var sum = 0f;
            for (var query = 0; query < best.Length; query++)
            {
                sum += best[query] * lengths[query];
            }

            estimates[place] = sum;
        }
    }

    /// <summary>Writes the places of the highest, in no order; nearly so many as are wanted, and never all of a tail of equals.</summary>
    private static int Choose(ReadOnlySpan<float> estimates, int[] places, int wanted)
    {
        var highest = 0f;
        foreach (var estimate in estimates)
        {
            highest = MathF.Max(highest, estimate);
        }

        if (highest <= 0)
        {
            return 0;
        }

        Span<int> counts = stackalloc int[Buckets];
        counts.Clear();
        var perUnit = (Buckets - 1) / highest;
        foreach (var estimate in estimates)
        {
            counts[(int)(estimate * perUnit)] += estimate > 0 ? 1 : 0;
        }

        var (least, above) = (Buckets - 1, counts[Buckets - 1]);
        while (least > 0 && above < wanted)
        {
            above += counts[--least];
        }

        var chosen = 0;
        // Whoever is in the last bucket and does not fit any more is as good as whoever did.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var place = 0; place < estimates.Length && chosen < wanted; place++)
            {
                var bucket = (int)(estimates[place] * perUnit);
                if (estimates[place] > 0 && (pass == 0 ? bucket > least : bucket == least))
                {
                    places[chosen++] = place;
                }
            }
        }

        return chosen;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<NearHit> Compare(ReadOnlySpan<int> places, Span<float> similarities, int limit)
    {
        for (var index = 0; index < places.Length; index++)
        {
            similarities[index] = Similarity(firms[places[index]]);
        }

        var best = new int[Math.Min(limit, places.Length)];
        var found = Choose(similarities, best, best.Length);
        var hits = new List<NearHit>(found);
        foreach (var index in best.AsSpan(0, found))
        {
            hits.Add(new NearHit(firms[places[index]].Firm, similarities[index]));
        }

        hits.Sort(static (left, right) => right.Similarity.CompareTo(left.Similarity));
        return hits;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Similarity(in NearVectors.Entry firm)
    {
        var sum = 0f;
        foreach (var query in queries)
        {
            var best = 0f;
            for (var row = firm.Start; row < firm.Start + firm.Count; row++)
            {
                if (rows.Kinds[row] == (byte)query.Kind)
                {
                    var values = rows.Values.Slice(row * rows.Dimensions, rows.Dimensions);
                    best = MathF.Max(best, QuantizedVector.Dot(query.Vector.Values, values) * rows.Scales[row]);
                }
            }

            sum += best * query.Vector.Scale;
        }

        return sum;
    }
}
