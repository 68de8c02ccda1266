using System.IO.Compression;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Matchmaking.Core.Language.Lexicon.Training;

namespace Matchmaking.Core.Language.Lexicon;

/// <summary>
/// What a lexicon file holds: features × dimensions in seven steps with a scale a feature, the matrix in halves, and what texts of
/// headings mean in a byte a dimension.
/// </summary>
internal sealed record LexiconContent
{
    private const uint Magic = 0x584C4D4D;
    private const int Format = 2;

    /// <summary>Steps to either side of zero. Seven values a dimension are told apart as well as 255: a text sums dozens of features.</summary>
    private const int Levels = 3;

    /// <summary>In standard deviations; what lies beyond is cut.</summary>
    private const float Widest = 2;

    private const float LeastSpread = 1e-3f;

    public required int Dimensions { get; init; }

    public required string EncoderId { get; init; }

    public required int EncoderDimensions { get; init; }

    /// <summary>Rising.</summary>
    public required uint[] Features { get; init; }

    public required sbyte[] Vectors { get; init; }

    public required float[] Scales { get; init; }

    /// <summary>Dimensions × the encoder's.</summary>
    public required float[] Matrix { get; init; }

    public IReadOnlyList<DescribedHeading> Headings { get; init; } = [];

    public string Version { get; init; } = string.Empty;

    public static LexiconContent Of(LearntVectors learnt, string encoderId)
    {
        var features = learnt.Places.Keys.Order().ToArray();
        var vectors = new sbyte[features.Length * learnt.Dimensions];
        var scales = new float[features.Length];
        for (var place = 0; place < features.Length; place++)
        {
            var row = learnt.Vectors.AsSpan(learnt.Places[features[place]] * learnt.Dimensions, learnt.Dimensions);
            var spread = Widest * TensorPrimitives.Norm<float>(row) / MathF.Sqrt(row.Length);
            scales[place] = (float)(Half)(Math.Max(spread, LeastSpread) / Levels);
            for (var dimension = 0; dimension < row.Length; dimension++)
            {
                vectors[place * row.Length + dimension] = (sbyte)Math.Clamp(MathF.Round(row[dimension] / scales[place]), -Levels, Levels);
            }
        }

        return new LexiconContent
        {
            Dimensions = learnt.Dimensions,
            EncoderId = encoderId,
            EncoderDimensions = (learnt.Matrix?.Length ?? 0) / learnt.Dimensions,
            Features = features,
            Vectors = vectors,
            Scales = scales,
            Matrix = [.. (learnt.Matrix ?? []).Select(value => (float)(Half)value)],
        };
    }

    public void Write(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Format);
        writer.Write(Dimensions);
        writer.Write(EncoderId);
        writer.Write(EncoderDimensions);
        writer.Write(Features.Length);
        writer.Write(MemoryMarshal.AsBytes(Features.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(Vectors.AsSpan()));
        WriteHalves(writer, Scales);
        WriteHalves(writer, Matrix);
        writer.Write(Headings.Count);
        foreach (var heading in Headings)
        {
            writer.Write(heading.Number);
            writer.Write(heading.Meaning.ToBytes());
        }
    }

    /// <summary>Errors: <see cref="InvalidDataException"/> for what is no lexicon of this format.</summary>
    public static LexiconContent Read(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var unpacked = new DigestedStream(packed);
        using var reader = new BinaryReader(unpacked, Encoding.UTF8);
        if (reader.ReadUInt32() != Magic || reader.ReadInt32() != Format)
        {
            throw new InvalidDataException("This is no lexicon of this version.");
        }

        var dimensions = reader.ReadInt32();
        var encoderId = reader.ReadString();
        var encoderDimensions = reader.ReadInt32();
        var features = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        var vectors = new sbyte[features.Length * dimensions];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vectors.AsSpan()));
        var scales = ReadHalves(reader, features.Length);
        var matrix = ReadHalves(reader, dimensions * encoderDimensions);
        var headings = new DescribedHeading[reader.ReadInt32()];
        for (var place = 0; place < headings.Length; place++)
        {
            var number = reader.ReadUInt16();
            headings[place] = new DescribedHeading(number, QuantizedVector.FromBytes(reader.ReadBytes(sizeof(float) + dimensions)));
        }

        return new LexiconContent
        {
            Dimensions = dimensions,
            EncoderId = encoderId,
            EncoderDimensions = encoderDimensions,
            Features = features,
            Vectors = vectors,
            Scales = scales,
            Matrix = matrix,
            Headings = headings,
            Version = Convert.ToHexStringLower(unpacked.Digest().AsSpan(0, 6)),
        };
    }

    private static void WriteHalves(BinaryWriter writer, float[] values)
    {
        foreach (var value in values)
        {
            writer.Write((Half)value);
        }
    }

    private static float[] ReadHalves(BinaryReader reader, int count)
    {
        var halves = new Half[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
        return Array.ConvertAll(halves, half => (float)half);
    }
}
