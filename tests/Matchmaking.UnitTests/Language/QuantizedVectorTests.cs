using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class QuantizedVectorTests
{
    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 100), 512, 768];

    [Property(MaxTest = 300)]
    public Property Dot_product_is_that_of_the_floats_but_for_half_a_step_a_value(int seed, PositiveInt dimensions)
    {
        var random = new Random(seed);
        var (left, right) = (Vector(random, dimensions.Get), Vector(random, dimensions.Get));
        var exact = left.Zip(right).Sum(pair => (double)pair.First * pair.Second);

        var (first, second) = (QuantizedVector.Of(left), QuantizedVector.Of(right));

        var most =
            first.Scale / 2.0 * right.Sum(value => Math.Abs(value))
            + second.Scale / 2.0 * left.Sum(value => Math.Abs(value))
            + dimensions.Get * (first.Scale / 2.0) * (second.Scale / 2.0);
        return (Math.Abs(first.Dot(second) - exact) <= most * 1.001 + 1e-6).Label($"{first.Dot(second)} for {exact}, at most {most} off");
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Bytes_are_multiplied_exactly_whatever_their_number(int length)
    {
        var random = new Random(length);
        sbyte[] Bytes() => [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))];
        var (left, right) = (Bytes(), Bytes());

        Assert.Equal(left.Zip(right).Sum(pair => pair.First * pair.Second), QuantizedVector.Dot(left, right));
    }

    [Fact]
    public void Largest_products_do_not_overflow()
    {
        var (low, high) = (Enumerable.Repeat((sbyte)-127, 4096).ToArray(), Enumerable.Repeat((sbyte)127, 4096).ToArray());

        Assert.Equal(127 * 127 * 4096, QuantizedVector.Dot(low, low));
        Assert.Equal(-127 * 127 * 4096, QuantizedVector.Dot(low, high));
    }

    [Property(MaxTest = 100)]
    public bool Bytes_bring_back_the_same_vector(int seed, PositiveInt dimensions)
    {
        var vector = QuantizedVector.Of(Vector(new Random(seed), dimensions.Get));

        var read = QuantizedVector.FromBytes(vector.ToBytes());

        return read.Scale.Equals(vector.Scale) && read.Values.SequenceEqual(vector.Values);
    }

    [Fact]
    public void Values_come_back_within_half_a_step()
    {
        float[] values = [1f, -0.5f, 0.001f, 0f];

        var back = QuantizedVector.Of(values).ToFloats();

        Assert.All(values.Zip(back), pair => Assert.InRange(pair.Second - pair.First, -0.5f / 127, 0.5f / 127));
    }

    [Theory]
    [InlineData(new float[0])]
    [InlineData(new[] { 0f, 0f })]
    [InlineData(new[] { 1e-44f, -1e-44f })]
    public void Nothing_and_next_to_nothing_are_vectors_too(float[] values) =>
        Assert.InRange(QuantizedVector.Of(values).Dot(QuantizedVector.Of(values)), 0f, 1e-30f);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_no_number_is_refused(float value) => Assert.Throws<ArgumentException>(() => QuantizedVector.Of([1f, value]));

    [Fact]
    public void Vectors_of_different_encoders_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => QuantizedVector.Of([1f]).Dot(QuantizedVector.Of([1f, 0f])));

    [Fact]
    public void Start_of_a_vector_is_compared_as_if_zeros_followed()
    {
        var random = new Random(3);
        var (start, longer) = (Vector(random, 40), QuantizedVector.Of(Vector(random, 100)));

        var filled = QuantizedVector.Of([.. start, .. new float[60]]);

        Assert.Equal(filled.Dot(longer), QuantizedVector.Of(start).DotStart(longer));
    }

    private static float[] Vector(Random random, int dimensions)
    {
        var size = MathF.Pow(10, random.Next(-3, 4));
        return [.. Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.5) * size)];
    }
}
