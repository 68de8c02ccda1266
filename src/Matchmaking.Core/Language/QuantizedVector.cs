using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matchmaking.Core.Language;

/// <summary>A vector with a byte a dimension: a quarter of the memory, and dot products that differ in the third digit.</summary>
public sealed class QuantizedVector
{
    private const int Steps = 127;

    /// <summary>The step (little-endian float), then a byte a dimension.</summary>
    private readonly ReadOnlyMemory<byte> bytes;

    private QuantizedVector(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        Scale = BinaryPrimitives.ReadSingleLittleEndian(bytes.Span);
    }

    /// <summary>Within ±127, so that products of two never overflow 16 bits.</summary>
    public ReadOnlySpan<sbyte> Values => MemoryMarshal.Cast<byte, sbyte>(bytes.Span[sizeof(float)..]);

    /// <summary>What one step of a value is worth.</summary>
    public float Scale { get; }

    public int Dimensions => bytes.Length - sizeof(float);

    public static QuantizedVector Of(ReadOnlySpan<float> vector)
    {
        var most = 0f;
        foreach (var value in vector)
        {
            if (!float.IsFinite(value))
            {
                throw new ArgumentException("A vector holds finite numbers.", nameof(vector));
            }

            most = MathF.Max(most, MathF.Abs(value));
        }

        var written = new byte[sizeof(float) + vector.Length];
        var steps = MemoryMarshal.Cast<byte, sbyte>(written.AsSpan(sizeof(float)));
        // In double: the inverse of a very small step would be infinite in float.
        var step = (double)most / Steps;
        for (var index = 0; index < steps.Length && step > 0; index++)
        {
            steps[index] = (sbyte)Math.Clamp(Math.Round(vector[index] / step), -Steps, Steps);
        }

        BinaryPrimitives.WriteSingleLittleEndian(written, (float)step);
        return new QuantizedVector(written);
    }

    /// <exception cref="ArgumentException">The vectors differ in length: they are of different encoders.</exception>
    public float Dot(QuantizedVector other) => Dot(Values, other.Values) * Scale * other.Scale;

    /// <summary>Of a vector that ends where the other goes on, as if it went on with zeros.</summary>
    public float DotStart(QuantizedVector longer) => Dot(Values, longer.Values[..Dimensions]) * Scale * longer.Scale;

    public float[] ToFloats()
    {
        var floats = new float[Dimensions];
        var values = Values;
        for (var index = 0; index < floats.Length; index++)
        {
            floats[index] = values[index] * Scale;
        }

        return floats;
    }

    /// <summary>The step, then the values.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.Span;

    public byte[] ToBytes() => bytes.ToArray();

    /// <param name="bytes">Of <see cref="ToBytes"/>; not copied, and so not to be changed.</param>
    public static QuantizedVector FromBytes(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>The sum of the products of the bytes, before any scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"{left.Length} dimensions against {right.Length}.", nameof(right));
        }

        ref var first = ref MemoryMarshal.GetReference(left);
        ref var second = ref MemoryMarshal.GetReference(right);
        var (sum, done) = (0, 0);
        if (Avx512BW.IsSupported)
        {
            var total = Vector512<int>.Zero;
            for (; done <= left.Length - Vector256<sbyte>.Count; done += Vector256<sbyte>.Count)
            {
                total += Avx512BW.MultiplyAddAdjacent(ThirtyTwo(ref first, done), ThirtyTwo(ref second, done));
            }

            sum = Vector512.Sum(total);
        }
        else if (Avx2.IsSupported)
        {
            var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
            for (; done <= left.Length - Vector256<sbyte>.Count; done += Vector256<sbyte>.Count)
            {
                even += Avx2.MultiplyAddAdjacent(Sixteen(ref first, done), Sixteen(ref second, done));
                var next = done + Vector128<sbyte>.Count;
                odd += Avx2.MultiplyAddAdjacent(Sixteen(ref first, next), Sixteen(ref second, next));
            }

            sum = Vector256.Sum(even + odd);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            var total = Vector128<int>.Zero;
            for (; done <= left.Length - Vector128<sbyte>.Count; done += Vector128<sbyte>.Count)
            {
                total += Products(Vector128.LoadUnsafe(ref first, (nuint)done), Vector128.LoadUnsafe(ref second, (nuint)done));
            }

            sum = Vector128.Sum(total);
        }

        for (; done < left.Length; done++)
        {
            sum += left[done] * right[done];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Sixteen(ref sbyte start, int offset) =>
        Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref start, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> ThirtyTwo(ref sbyte start, int offset) =>
        Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref start, (nuint)offset));

    private static Vector128<int> Products(Vector128<sbyte> left, Vector128<sbyte> right)
    {
        var (leftLow, leftHigh) = Vector128.Widen(left);
        var (rightLow, rightHigh) = Vector128.Widen(right);
        var (first, second) = Vector128.Widen(leftLow * rightLow);
        var (third, fourth) = Vector128.Widen(leftHigh * rightHigh);
        return first + second + third + fourth;
    }
}
