using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Near;

/// <summary>
/// The listings' vectors one behind the other, those of a firm side by side. Rows are only ever added: whoever reads the first so many is
/// not disturbed, and what is full is copied into something larger while they read on.
/// </summary>
internal sealed class NearRows(int dimensions)
{
    private const int LeastCapacity = 256;

    private sbyte[] values = [];
    private ulong[] signs = [];
    private float[] scales = [];
    private byte[] kinds = [];

    public int Count { get; private set; }

    public int Dimensions => dimensions;

    public int Words { get; } = SignBits.Words(dimensions);

    /// <summary>To expect by the number of signs that differ.</summary>
    public float[] Likenesses { get; private init; } =
    [
        .. Enumerable
            .Range(0, dimensions + 1)
            .Select(distance => (float)MeaningLikeness.Of(Math.Cos(Math.PI * distance / Math.Max(1, dimensions)))),
    ];

    public ReadOnlySpan<sbyte> Values => values;

    public ReadOnlySpan<ulong> Signs => signs;

    /// <summary>What one step of a row's values is worth.</summary>
    public ReadOnlySpan<float> Scales => scales;

    public ReadOnlySpan<byte> Kinds => kinds;

    /// <summary>The same rows for a reader, who does not see those that are added later.</summary>
    public NearRows Frozen() =>
        new(dimensions)
        {
            values = values,
            signs = signs,
            scales = scales,
            kinds = kinds,
            Count = Count,
            Likenesses = Likenesses,
        };

    public bool Fit(int more) => Count + more <= kinds.Length;

    public void Reserve(int more)
    {
        if (Fit(more))
        {
            return;
        }

        var capacity = Math.Max(Math.Max(LeastCapacity, Count + more), kinds.Length + kinds.Length / 2);
        Array.Resize(ref values, checked(capacity * dimensions));
        Array.Resize(ref signs, capacity * Words);
        Array.Resize(ref scales, capacity);
        Array.Resize(ref kinds, capacity);
    }

    public void Add(NearVector listing)
    {
        Reserve(1);
        var vector = listing.Vector.Values;
        vector.CopyTo(values.AsSpan(Count * dimensions));
        SignBits.Write(vector, signs.AsSpan(Count * Words, Words));
        scales[Count] = listing.Vector.Scale;
        kinds[Count] = (byte)listing.Kind;
        Count++;
    }

    public void AddFrom(NearRows other, int start, int count)
    {
        Reserve(count);
        other.values.AsSpan(start * dimensions, count * dimensions).CopyTo(values.AsSpan(Count * dimensions));
        other.signs.AsSpan(start * Words, count * Words).CopyTo(signs.AsSpan(Count * Words));
        other.scales.AsSpan(start, count).CopyTo(scales.AsSpan(Count));
        other.kinds.AsSpan(start, count).CopyTo(kinds.AsSpan(Count));
        Count += count;
    }
}
