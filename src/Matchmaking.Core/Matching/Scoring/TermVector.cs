using System.Runtime.InteropServices;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>The distinct terms of one listing by their keys, each with how much it says there; 0 for what only serves to find.</summary>
public sealed class TermVector
{
    private const double Percent = 100;

    private readonly ReadOnlyMemory<byte> bytes;

    private TermVector(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        Count = bytes.Length / (sizeof(uint) + 1);
        var sum = 0;
        foreach (var percent in Percents)
        {
            sum += percent;
        }

        Total = sum / Percent;
    }

    public int Count { get; }

    /// <summary>Rising.</summary>
    public ReadOnlySpan<uint> Keys => MemoryMarshal.Cast<byte, uint>(bytes.Span[..(Count * sizeof(uint))]);

    /// <summary>Weights in hundredths, beside the keys.</summary>
    public ReadOnlySpan<byte> Percents => bytes.Span[(Count * sizeof(uint))..];

    /// <summary>Of all weights.</summary>
    public double Total { get; }

    public static TermVector Of(IReadOnlyCollection<KeyValuePair<string, float>> weightsByTerm)
    {
        // The key above, the weight below: of the two weights of one key the larger comes last.
        var entries = new List<ulong>(weightsByTerm.Count);
        foreach (var (term, weight) in weightsByTerm)
        {
            entries.Add(((ulong)TermKey.Of(term) << 8) | (byte)Math.Round(Math.Clamp(weight, 0f, 1f) * Percent));
        }

        var sorted = CollectionsMarshal.AsSpan(entries);
        sorted.Sort();
        var count = 0;
        for (var place = 0; place < sorted.Length; place++)
        {
            if (place == sorted.Length - 1 || sorted[place] >> 8 != sorted[place + 1] >> 8)
            {
                sorted[count++] = sorted[place];
            }
        }

        var packed = new byte[Size(count)];
        var keys = MemoryMarshal.Cast<byte, uint>(packed.AsSpan(0, count * sizeof(uint)));
        for (var place = 0; place < count; place++)
        {
            keys[place] = (uint)(sorted[place] >> 8);
            packed[count * sizeof(uint) + place] = (byte)sorted[place];
        }

        return new TermVector(packed);
    }

    /// <summary>The keys, then the weights.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <param name="bytes">Of <see cref="Bytes"/>; not copied, and so not to be changed.</param>
    public static TermVector FromBytes(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>How many bytes hold so many terms.</summary>
    public static int Size(int count) => count * (sizeof(uint) + 1);
}
