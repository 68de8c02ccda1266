using System.Buffers.Binary;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>What a text means in a <see cref="MeaningSpace"/>.</summary>
/// <param name="Vector">Null for a text of which nothing is known.</param>
/// <param name="Headings">Those that it may fall under, the likeliest first.</param>
public sealed record TextMeaning(QuantizedVector? Vector, IReadOnlyList<LikelyHeading> Headings)
{
    private const int HeadingBytes = sizeof(ushort) + sizeof(float);

    /// <summary>How many headings (a byte), their numbers and weights (little-endian), then the vector, if there is one.</summary>
    public byte[] ToBytes()
    {
        var vector = Vector?.ToBytes() ?? [];
        var bytes = new byte[1 + (Headings.Count * HeadingBytes) + vector.Length];
        bytes[0] = checked((byte)Headings.Count);
        var rest = bytes.AsSpan(1);
        foreach (var heading in Headings)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(rest, heading.Number);
            BinaryPrimitives.WriteSingleLittleEndian(rest[sizeof(ushort)..], heading.Weight);
            rest = rest[HeadingBytes..];
        }

        vector.CopyTo(rest);
        return bytes;
    }

    /// <param name="bytes">Of <see cref="ToBytes"/>; not copied, and so not to be changed.</param>
    public static TextMeaning FromBytes(ReadOnlyMemory<byte> bytes)
    {
        var headings = new LikelyHeading[bytes.Span[0]];
        var rest = bytes[1..];
        for (var index = 0; index < headings.Length; index++)
        {
            headings[index] = new LikelyHeading(
                BinaryPrimitives.ReadUInt16LittleEndian(rest.Span),
                BinaryPrimitives.ReadSingleLittleEndian(rest.Span[sizeof(ushort)..])
            );
            rest = rest[HeadingBytes..];
        }

        return new TextMeaning(rest.IsEmpty ? null : QuantizedVector.FromBytes(rest), headings);
    }
}
