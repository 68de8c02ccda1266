using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Xunit;

namespace Matchmaking.UnitTests.Expos;

/// <summary>The written order in which waiting pairs are offered a free place.</summary>
public sealed class WaitingPairTests
{
    private static readonly DateTime Noon = new(2027, 3, 1, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Must_comes_before_fewer_meetings_before_weight_before_the_earlier_wish()
    {
        var must = Pair(isMust: true, a: 5, b: 5, weight: 2, minutes: 9);
        var fewer = Pair(isMust: false, a: 7, b: 1, weight: 2, minutes: 9);
        var heavier = Pair(isMust: false, a: 2, b: 2, weight: 3, minutes: 9);
        var earlier = Pair(isMust: false, a: 9, b: 2, weight: 2, minutes: 1);
        var later = Pair(isMust: false, a: 2, b: 2, weight: 2, minutes: 2);

        Assert.Equal([must, fewer, heavier, earlier, later], new[] { later, earlier, heavier, fewer, must }.InOrder());
    }

    private static WaitingPair Pair(bool isMust, int a, int b, double weight, int minutes) =>
        new(Guid.CreateVersion7(), CompanyId.New(), CompanyId.New(), isMust, a, b, weight, Noon.AddMinutes(minutes));
}
