using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Timetables;
using Xunit;

namespace Matchmaking.UnitTests.Expos;

public sealed class MeetingWeightTests
{
    [Fact]
    public void What_more_is_wished_never_loses_to_what_fits_better()
    {
        double[] wishes =
        [
            MeetingWeight.Of(WishKind.Meet, other: null),
            MeetingWeight.Of(WishKind.Meet, WishKind.Meet),
            MeetingWeight.Of(WishKind.Must, WishKind.Meet),
            MeetingWeight.Of(WishKind.Must, WishKind.Must),
        ];
        Assert.All(wishes.Zip(wishes.Skip(1)), step => Assert.True(MeetingWeight.With(step.Second, 0) > MeetingWeight.With(step.First, 1)));
    }

    [Fact]
    public void Of_equal_wishes_the_better_fit_weighs_more_and_is_read_back()
    {
        Assert.True(MeetingWeight.With(2, 0.74) > MeetingWeight.With(2, 0.73));
        Assert.All(
            new[] { 0.001, 0.37, 0.74, 1 },
            score => Assert.Equal(score, MeetingWeight.ScoreIn(MeetingWeight.With(3, score))!.Value, precision: 3)
        );
        Assert.Null(MeetingWeight.ScoreIn(MeetingWeight.With(3, 0)));
    }
}
