using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class SignBitsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(96)]
    [InlineData(300)]
    public void Signs_of_two_vectors_differ_in_as_many_bits_as_the_vectors_do(int dimensions)
    {
        var random = new Random(dimensions);
        sbyte[] Values() => [.. Enumerable.Range(0, dimensions).Select(_ => (sbyte)random.Next(-2, 3))];
        var (left, right) = (Values(), Values());
        var words = SignBits.Words(dimensions);
        var (ofLeft, ofRight) = (new ulong[words], new ulong[words]);
        SignBits.Write(left, ofLeft);
        SignBits.Write(right, ofRight);

        var expected = left.Zip(right).Count(pair => pair.First > 0 != pair.Second > 0);
        Assert.Equal(expected, SignBits.Distance(ref ofLeft[0], ref ofRight[0], words));
    }
}
