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

    public static TermVector Of(IEnumerable<KeyValuePair<string, float>> weightsByTerm)
    {
        var sorted = new SortedDictionary<uint, byte>();
        foreach (var (term, weight) in weightsByTerm)
        {
            var key = TermKey.Of(term);
            sorted[key] = Math.Max(sorted.GetValueOrDefault(key), (byte)Math.Round(Math.Clamp(weight, 0f, 1f) * Percent));
        }

        return new TermVector((byte[])[.. MemoryMarshal.AsBytes<uint>(sorted.Keys.ToArray()), .. sorted.Values]);
    }

    /// <summary>The keys, then the weights.</summary>
    public byte[] ToBytes() => bytes.ToArray();

    /// <param name="bytes">Of <see cref="ToBytes"/>; not copied, and so not to be changed.</param>
    public static TermVector FromBytes(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>How many bytes hold so many terms.</summary>
    public static int Size(int count) => count * (sizeof(uint) + 1);
}
