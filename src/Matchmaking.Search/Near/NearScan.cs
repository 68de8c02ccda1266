using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Near;

/// <summary>
/// One search: all firms by the signs of their vectors, the best of these by the whole vectors. Its loops are compiled in full at once:
/// the runtime would take some hundred searches to find out that they are worth it.
/// </summary>
internal sealed class NearScan(NearSpace space, NearVectors.Entry[] firms, NearVector[] queries, NearQuery conditions)
{
    /// <summary>Firms that are compared in full, for each that is asked for and in all at least: signs alone put a few of the best that far behind.</summary>
    private const int ExaminedForEach = 6;
    private const int LeastExamined = 2000;

    private const int Buckets = 4096;

    /// <summary>Firms that are worth a core of their own.</summary>
    private const int FirmsForOneCore = 8192;

    private const int Kinds = 2;

    private readonly bool asksBothWays = queries.Select(query => query.Kind).Distinct().Count() > 1;

    public IReadOnlyList<NearHit> Best()
    {
        var limit = conditions.Limit;
        var estimates = ArrayPool<float>.Shared.Rent(firms.Length);
        var places = ArrayPool<int>.Shared.Rent(firms.Length);
        try
        {
            InRanges(firms.Length, FirmsForOneCore, (start, end) => Estimate(estimates, start, end));
            var chosen = Choose(estimates.AsSpan(0, firms.Length), places, Math.Max(LeastExamined, limit * ExaminedForEach));
            InRanges(chosen, FirmsForOneCore / ExaminedForEach, (start, end) => Compare(places, estimates, start, end));
            return Nearest(places, estimates.AsSpan(0, chosen), limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(estimates);
            ArrayPool<int>.Shared.Return(places);
        }
    }

    private static void InRanges(int count, int worthwhile, Action<int, int> work)
    {
        if (count < 2 * worthwhile)
        {
            work(0, count);
            return;
        }

        Ranges.ForEach(count, range => work(range.Start, range.End));
    }

    /// <summary>0 for a firm that does not pass or has no listing of the kinds wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Estimate(float[] estimates, int start, int end)
    {
        var words = space.Words;
        var signs = new ulong[queries.Length * words];
        var kinds = new byte[queries.Length];
        for (var query = 0; query < queries.Length; query++)
        {
            SignBits.Write(queries[query].Vector.Values, signs.AsSpan(query * words, words));
            kinds[query] = (byte)queries[query].Kind;
        }

        Span<float> best = stackalloc float[Kinds];
        ref var firstLikeness = ref MemoryMarshal.GetArrayDataReference(space.Likenesses);
        for (var place = start; place < end; place++)
        {
            ref readonly var firm = ref firms[place];
            if ((conditions.Country is { } only && firm.Country != only) || (conditions.Passes is { } passes && !passes(firm.Firm)))
            {
                estimates[place] = 0;
                continue;
            }

            best.Fill(NearLikeness.NotCompared);
            var rowKinds = firm.Block.Kinds.Slice(firm.Start, firm.Count);
            ref var firstSign = ref MemoryMarshal.GetReference(firm.Block.Signs[(firm.Start * words)..]);
            for (var row = 0; row < rowKinds.Length; row++)
            {
                ref var sign = ref Unsafe.Add(ref firstSign, row * words);
                var kind = rowKinds[row];
                for (var query = 0; query < kinds.Length; query++)
                {
                    if (kinds[query] == kind)
                    {
                        var distance = SignBits.Distance(ref signs[query * words], ref sign, words);
                        best[kind] = MathF.Max(best[kind], Unsafe.Add(ref firstLikeness, distance));
                    }
                }
            }

            estimates[place] = Together(best);
        }
    }

    /// <param name="best">By kind.</param>
    private float Together(ReadOnlySpan<float> best) => NearLikeness.Together(best[0], best[1], conditions.BothWays, asksBothWays);

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
    private void Compare(int[] places, float[] likenesses, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            likenesses[index] = Likeness(firms[places[index]]);
        }
    }

    private List<NearHit> Nearest(int[] places, ReadOnlySpan<float> likenesses, int limit)
    {
        var best = new int[Math.Min(limit, likenesses.Length)];
        var found = Choose(likenesses, best, best.Length);
        var hits = new List<NearHit>(found);
        foreach (var index in best.AsSpan(0, found))
        {
            hits.Add(new NearHit(firms[places[index]].Firm, likenesses[index]));
        }

        hits.Sort(static (left, right) => right.Likeness.CompareTo(left.Likeness));
        return hits;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Likeness(in NearVectors.Entry firm)
    {
        Span<float> best = stackalloc float[Kinds];
        best.Fill(NearLikeness.NotCompared);
        var block = firm.Block;
        foreach (var query in queries)
        {
            var kind = (byte)query.Kind;
            for (var row = firm.Start; row < firm.Start + firm.Count; row++)
            {
                if (block.Kinds[row] == kind)
                {
                    var values = block.Values.Slice(row * space.Dimensions, space.Dimensions);
                    var cosine = QuantizedVector.Dot(query.Vector.Values, values) * block.Scales[row] * query.Vector.Scale;
                    best[kind] = MathF.Max(best[kind], cosine > 0 ? (float)MeaningLikeness.Of(cosine) : 0);
                }
            }
        }

        return Together(best);
    }
}
