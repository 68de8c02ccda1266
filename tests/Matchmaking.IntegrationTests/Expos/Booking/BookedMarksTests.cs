using System.Globalization;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Booking;

/// <summary>The organiser sees in the grid which meetings stand where firms have booked them.</summary>
public sealed class BookedMarksTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("en", "Booked by {0}", "Booked by a firm", "it is no longer the booking")]
    [InlineData("ko", "{0} 예약", "기업이 예약", "기업의 예약이 아니게 되니")]
    [InlineData("zh-Hans", "{0}预约", "企业预约", "不再是企业的预约")]
    public async Task Booked_meeting_is_marked_until_it_is_put_elsewhere(string language, string by, string legend, string warning)
    {
        var booked = await BookedFair.OpenAsync(site, language);
        var slots = await booked.SlotsAsync();
        // What a screen reader says of it in the cell.
        var mark = $">{string.Format(CultureInfo.InvariantCulture, by, "한빛1")}</span>";
        Assert.DoesNotContain(mark, await booked.Fair.ReadAsync("/1"));
        var meeting = await booked.BookedAsync(booked.Korean, booked.Chinese, slots[1]);
        var grid = await booked.Fair.ReadAsync("/1");
        Assert.Contains(mark, grid);
        Assert.Contains(legend, grid);
        Assert.Contains(mark, await booked.Fair.ReadAsync("/1?Part=Firms"));
        Assert.DoesNotContain(warning, grid);
        Assert.Contains(warning, await booked.Fair.ReadAsync($"/1?Pick={meeting.MeetingId:N}"));

        var table = (await booked.Fair.ExpoAsync()).Tables[0].Id;
        using var put = await booked.Fair.SendAsync("1/put", ("meeting", $"{meeting.MeetingId}"), ("cell", $"{slots[2]}:{table}"));
        Assert.DoesNotContain(mark, await booked.Fair.ReadAsync("/1"));
        Assert.DoesNotContain(warning, await booked.Fair.ReadAsync($"/1?Pick={meeting.MeetingId:N}"));
    }

    [Fact]
    public async Task Schedule_in_which_no_firm_books_says_nothing_of_bookings() =>
        Assert.DoesNotContain("Booked", await (await Fair.DraftedAsync(site)).ReadAsync("/1"));
}
