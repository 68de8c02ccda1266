using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Outbox;
using Matchmaking.IntegrationTests.Site;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Booking;

/// <summary>Firms are told that they can book, and what the other side of a meeting has booked or cancelled.</summary>
public sealed class BookingMailTests(SiteFactory site) : IClassFixture<SiteFactory>
{
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
        var booked = await mailbox.NewestAsync(chinese, theirs + 2);
        Assert.Equal("한빛1已与您预约洽谈", booked.Subject);
        Assert.Contains("09:30 CST · 10:30 KST", booked.TextBody, StringComparison.Ordinal);
        Assert.Contains($"{fair.FirmPage}/programme", booked.TextBody, StringComparison.Ordinal);

        using var cancelled = await fair.CancelAsync(fair.Korean, meeting);
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
        var meeting = await fair.BookedAsync(fair.Korean, fair.Chinese, (await fair.SlotsAsync())[0]);
        await mailbox.NewestAsync(address, earlier + 1);
        using var back = await fair.Shown.SendAsync("drafts");
        await site.WithServicesAsync(services =>
        {
            services.GetRequiredService<OutboxWriter>().Add(BookingEvents.OfChanged(fair.Fair.Id, fair.Chinese.Company, meeting.MeetingId));
            return services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        await site.SettleAsync();
        Assert.Equal(earlier + 1, mailbox.All(address).Count);
    }
}
