using Matchmaking.Core.Common;
using Xunit;

namespace Matchmaking.UnitTests.Common;

public sealed class RangesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Each_place_is_worked_on_once(int count)
    {
        var visits = new int[count];

        Ranges.ForEach(
            count,
            range =>
            {
                for (var place = range.Start; place < range.End; place++)
                {
                    Interlocked.Increment(ref visits[place]);
                }
            }
        );

        Assert.All(visits, visit => Assert.Equal(1, visit));
    }
}
