using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Booking;

/// <summary>Firms are told that they can book, and what the other side of a meeting has booked or cancelled.</summary>
public sealed class BookingMailTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    /// <summary>After so long, whatever was booked by now has been told.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly Mailbox mailbox = new(site);

    [Fact]
    public async Task Opening_is_told_to_each_firm_and_a_booking_and_its_end_to_the_other_side_alone()
    {
        var fair = await BookedFair.ClosedAsync(site);
        var (korean, chinese) = (await fair.Shown.AddressAsync(fair.Korean), await fair.Shown.AddressAsync(fair.Chinese));
        await site.SettleAsync();
        var (own, theirs) = (mailbox.All(korean).Count, mailbox.All(chinese).Count);
        await fair.OpenAsync();
        Assert.Equal("상담 시간을 예약해 주세요: 상담회", (await mailbox.NewestAsync(korean, own + 1)).Subject);
        Assert.Equal("请预约洽谈时间：对接会", (await mailbox.NewestAsync(chinese, theirs + 1)).Subject);

        var meeting = await fair.BookedAsync(fair.Korean, fair.Chinese, (await fair.SlotsAsync())[1]);
        await site.SettleAsync();
        Assert.Equal(theirs + 1, mailbox.All(chinese).Count);
        site.Clock.Advance(Window);
        var booked = await mailbox.NewestAsync(chinese, theirs + 2);
        Assert.Equal("한빛1已与您预约洽谈", booked.Subject);
        Assert.Contains("09:30 CST · 10:30 KST", booked.TextBody, StringComparison.Ordinal);
        Assert.Contains($"{fair.FirmPage}/programme", booked.TextBody, StringComparison.Ordinal);

        using var cancelled = await fair.CancelAsync(fair.Korean, meeting);
        site.Clock.Advance(Window);
        var over = await mailbox.NewestAsync(chinese, theirs + 3);
        Assert.Equal("한빛1取消了已预约的洽谈", over.Subject);
        Assert.Contains("09:30 CST · 10:30 KST", over.TextBody, StringComparison.Ordinal);
        await site.SettleAsync();
        Assert.Equal((own + 1, theirs + 3), (mailbox.All(korean).Count, mailbox.All(chinese).Count));
    }

    [Fact]
    public async Task Nothing_is_mailed_of_a_booking_that_firms_no_longer_see()
    {
        var fair = await BookedFair.OpenAsync(site);
        await site.SettleAsync();
        var address = await fair.Shown.AddressAsync(fair.Chinese);
        var earlier = mailbox.All(address).Count;
        await fair.BookedAsync(fair.Korean, fair.Chinese, (await fair.SlotsAsync())[0]);
        using var back = await fair.Shown.SendAsync("drafts");
        site.Clock.Advance(Window);
        await site.SettleAsync();
        Assert.Equal(earlier, mailbox.All(address).Count);
    }

    [Fact]
    public async Task What_others_book_and_cancel_within_a_quarter_of_an_hour_comes_in_one_mail()
    {
        var fair = await BookedFair.OpenAsync(site);
        await site.SettleAsync();
        var address = await fair.Shown.AddressAsync(fair.Chinese);
        var earlier = mailbox.All(address).Count;
        var slots = await fair.SlotsAsync();
        var first = await fair.BookedAsync(fair.Chinese, fair.Korean, slots[0]);
        await fair.BookedAsync(fair.Fair.Korean[1], fair.Chinese, slots[1]);
        using var cancelled = await fair.CancelAsync(fair.Korean, first);
        await site.SettleAsync();
        Assert.Equal(earlier, mailbox.All(address).Count);

        site.Clock.Advance(Window);
        var mail = await mailbox.NewestAsync(address, earlier + 1);
        Assert.Equal("2场洽谈有新的预约或取消：对接会", mail.Subject);
        Assert.Matches("(?s)对方已预约.*09:30 CST · 10:30 KST：한빛2.*对方已取消.*09:00 CST · 10:00 KST：한빛1", mail.TextBody);
    }

    [Fact]
    public async Task Booking_that_is_taken_back_before_it_was_told_is_not_told()
    {
        var fair = await BookedFair.OpenAsync(site);
        await site.SettleAsync();
        var address = await fair.Shown.AddressAsync(fair.Chinese);
        var earlier = mailbox.All(address).Count;
        var meeting = await fair.BookedAsync(fair.Korean, fair.Chinese, (await fair.SlotsAsync())[0]);
        using var cancelled = await fair.CancelAsync(fair.Korean, meeting);
        site.Clock.Advance(Window);
        await site.SettleAsync();
        Assert.Equal(earlier, mailbox.All(address).Count);
    }
}
