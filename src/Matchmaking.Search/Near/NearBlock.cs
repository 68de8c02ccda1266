using Matchmaking.Core.Language;

namespace Matchmaking.Search.Near;

/// <summary>
/// Listings' vectors one behind the other, those of a firm side by side. Rows are only ever added, in places that no search looks at yet.
/// One array for all would have to be copied as it grows, and the longest that the runtime makes holds fewer than three million vectors.
/// </summary>
internal sealed class NearBlock(int capacity, int dimensions)
{
    private readonly sbyte[] values = GC.AllocateUninitializedArray<sbyte>(capacity * dimensions);
    private readonly ulong[] signs = GC.AllocateUninitializedArray<ulong>(capacity * SignBits.Words(dimensions));
    private readonly float[] scales = new float[capacity];
    private readonly byte[] kinds = new byte[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<sbyte> Values => values;

    public ReadOnlySpan<ulong> Signs => signs;

    /// <summary>What one step of a row's values is worth.</summary>
    public ReadOnlySpan<float> Scales => scales;

    public ReadOnlySpan<byte> Kinds => kinds;

    public bool Fits(int more) => Count + more <= kinds.Length;

    public void Add(NearVector listing)
    {
        var vector = listing.Vector.Values;
        var words = SignBits.Words(dimensions);
        vector.CopyTo(values.AsSpan(Count * dimensions));
        SignBits.Write(vector, signs.AsSpan(Count * words, words));
        scales[Count] = listing.Vector.Scale;
        kinds[Count] = (byte)listing.Kind;
        Count++;
    }

    public void AddFrom(NearBlock other, int start, int count)
    {
        var words = SignBits.Words(dimensions);
        other.values.AsSpan(start * dimensions, count * dimensions).CopyTo(values.AsSpan(Count * dimensions));
        other.signs.AsSpan(start * words, count * words).CopyTo(signs.AsSpan(Count * words));
        other.scales.AsSpan(start, count).CopyTo(scales.AsSpan(Count));
        other.kinds.AsSpan(start, count).CopyTo(kinds.AsSpan(Count));
        Count += count;
    }
}
