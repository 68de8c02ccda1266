using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>How many requests a firm may send.</summary>
public abstract partial class MeetingContract
{
    [Fact]
    public async Task Quota_holds_when_colleagues_ask_at_once_and_is_given_back()
    {
        var asking = await table.SeatAsync(Country.KR);
        var asked = await table.SeatsAsync(Country.CN, 9);

        var results = await Race.AllAsync(
            asked.Select(seat => (Func<Task<Result<MeetingRequestId>>>)(() => table.WithLimit(4).AskAsync(asking, seat, Ten)))
        );

        Assert.Equal(4, results.Count(result => result.Succeeded));
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("meeting.quota-used", result.Errors[0].Code));

        var open = results.First(result => result.Succeeded).Value;
        Assert.True((await table.WithdrawAsync(open, asking)).Succeeded);
        var refused = asked[Array.FindIndex([.. results], result => !result.Succeeded)];
        Assert.True((await table.WithLimit(4).AskAsync(asking, refused, Ten)).Succeeded);
    }

    [Fact]
    public async Task Requests_that_were_withdrawn_count_for_the_day_and_for_the_pair()
    {
        var asking = await table.SeatAsync(Country.KR);
        var asked = await table.SeatsAsync(Country.CN, 2);
        for (var time = 1; time <= 5; time++)
        {
            var id = await table.AskedAsync(asking, asked[0], Ten);
            Assert.True((await table.WithdrawAsync(id, asking)).Succeeded);
        }

        Assert.Equal("meeting.pair-limit", (await table.AskAsync(asking, asked[0], Ten)).Errors[0].Code);
        Assert.Equal("meeting.day-limit", (await table.WithDayLimit(5).AskAsync(asking, asked[1], Ten)).Errors[0].Code);
        Assert.True((await table.WithDayLimit(6).AskAsync(asking, asked[1], Ten)).Succeeded);
    }
}
