using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Day;

/// <summary>A place that has become free goes to a pair that waits, when both take it in time.</summary>
public sealed class FreePlaceTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);
    private readonly Mailbox mailbox = new(site);

    [Fact]
    public async Task Waiting_pair_is_offered_the_place_by_mail_and_meets_there_once_both_have_accepted()
    {
        var (shown, waiting, slot) = await FreedAsync();
        var (a, b) = (shown.FirmOf(waiting.Meeting.A), shown.FirmOf(waiting.Meeting.B));
        var address = await shown.AddressAsync(a);
        var earlier = mailbox.All(address).Count;
        await OfferAsync(shown, slot);
        Assert.StartsWith(
            shown.Fair.Korean.Contains(a) ? "상담 빈자리 안내" : "有空位可以洽谈",
            (await mailbox.NewestAsync(address, earlier + 1)).Subject,
            StringComparison.Ordinal
        );
        Assert.Contains("Take the place", await shown.ReadAsync(a));

        var offer = await OfferedAsync(waiting);
        using var first = await AnswerAsync(shown, a, offer.Id, accepts: true);
        Assert.Contains("the other side has not answered yet", await shown.ReadAsync(a));
        Assert.DoesNotContain($"/companies/{b.Company}", await shown.ReadAsync(a));
        using var second = await AnswerAsync(shown, b, offer.Id, accepts: true);

        Assert.Equal(slot, (await shown.Fair.DraftAsync()).Meetings.Single(item => item.MeetingId == waiting.MeetingId).Placement?.SlotId);
        Assert.Contains($"/companies/{b.Company}", await shown.ReadAsync(a));
        Assert.Contains($"/companies/{a.Company}", await shown.ReadAsync(b));
        Assert.Equal(2, (await shown.Fair.ExpoAsync()).Round);
        Assert.Contains("Both accepted", await OffersAsync(shown, slot));
    }

    [Fact]
    public async Task Place_that_one_side_leaves_is_not_offered_to_the_same_pair_again()
    {
        var (shown, waiting, slot) = await FreedAsync();
        await OfferAsync(shown, slot);
        var offer = await OfferedAsync(waiting);
        using var declined = await AnswerAsync(shown, shown.FirmOf(waiting.Meeting.B), offer.Id, accepts: false);
        using var late = await AnswerAsync(shown, shown.FirmOf(waiting.Meeting.A), offer.Id, accepts: true);
        var page = await OffersAsync(shown, slot);
        Assert.Contains("Declined", page);
        Assert.Contains("Nobody waits for this slot", page);

        await OfferAsync(shown, slot);
        Assert.Contains("Nobody can be offered a place in this slot now", await OffersAsync(shown, slot));
        Assert.Null((await shown.Fair.DraftAsync()).Meetings.Single(item => item.MeetingId == waiting.MeetingId).Placement);
    }

    [Fact]
    public async Task Offer_ends_when_its_time_is_over()
    {
        var (shown, waiting, slot) = await FreedAsync();
        await OfferAsync(shown, slot);
        var offer = await OfferedAsync(waiting);
        Assert.Equal(PlaceOffer.Term, offer.ExpiresAt - offer.OfferedAt);
        await site.SettleAsync();
        site.Clock.Advance(PlaceOffer.Term);
        var firm = shown.FirmOf(waiting.Meeting.A);
        Assert.DoesNotContain("Take the place", await shown.ReadAsync(firm));
        Assert.Contains("its time is over", await AnsweredAsync(shown, firm, offer.Id));
        Assert.Contains("Time over", await OffersAsync(shown, slot));
    }

    [Fact]
    public async Task Place_that_is_taken_meanwhile_is_not_booked_twice()
    {
        var (shown, waiting, slot) = await FreedAsync();
        await OfferAsync(shown, slot);
        var offer = await OfferedAsync(waiting);
        using var undone = await shown.Fair.SendAsync("1/undo");
        using var first = await AnswerAsync(shown, shown.FirmOf(waiting.Meeting.A), offer.Id, accepts: true);
        Assert.Contains("no longer free", await AnsweredAsync(shown, shown.FirmOf(waiting.Meeting.B), offer.Id));
        Assert.Equal(OfferState.Gone, (await OfferedAsync(waiting)).State);
        Assert.Null((await shown.Fair.DraftAsync()).Meetings.Single(item => item.MeetingId == waiting.MeetingId).Placement);
    }

    [Fact]
    public async Task Offers_are_made_by_the_organiser_and_answered_by_the_two_firms_alone()
    {
        var (shown, waiting, slot) = await FreedAsync();
        using var foreign = site.ClientFor(await world.ReviewerAsync(Country.KR));
        var page = $"/organise/{shown.Fair.Id}/now/{slot}/offers";
        using var hidden = await foreign.GetAsync(page);
        using var refused = await foreign.SubmitAsync("/account", page);
        await OfferAsync(shown, slot);
        var offer = await OfferedAsync(waiting);
        var third = shown
            .Fair.Korean.Concat(shown.Fair.Chinese)
            .First(firm => firm.Company != waiting.Meeting.A && firm.Company != waiting.Meeting.B);
        Assert.DoesNotContain("Take the place", await shown.ReadAsync(third));
        using var answered = await AnswerAsync(shown, third, offer.Id, accepts: true);
        Assert.All([hidden, refused, answered], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    /// <summary>A published fair in which a meeting was taken off, so that the pair without a place could come in its stead.</summary>
    private async Task<(ShownFair Shown, DraftMeeting Waiting, Guid Slot)> FreedAsync()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var meetings = (await shown.Fair.DraftAsync()).Meetings;
        var waiting = meetings.Single(meeting => meeting.Placement is null);
        var (a, b) = (waiting.Meeting.A, waiting.Meeting.B);
        var busy = meetings
            .Where(meeting => meeting.Placement is not null && (meeting.Meeting.A == b || meeting.Meeting.B == b))
            .Select(meeting => meeting.Placement!.SlotId)
            .ToHashSet();
        var inTheWay = meetings
            .Where(meeting => meeting.Placement is not null && !busy.Contains(meeting.Placement.SlotId))
            .OrderByDescending(meeting => meeting.Meeting.A == a || meeting.Meeting.B == a)
            .First();
        await shown.TakeOffAsync(inTheWay);
        return (shown, waiting, inTheWay.Placement!.SlotId);
    }

    private Task<PlaceOffer> OfferedAsync(DraftMeeting waiting) =>
        site.WithDatabaseAsync(db =>
            db.Set<PlaceOffer>().AsNoTracking().Include(offer => offer.Meeting).SingleAsync(offer => offer.MeetingId == waiting.MeetingId)
        );

    private static async Task OfferAsync(ShownFair shown, Guid slot)
    {
        using var offered = await shown.Fair.Organiser.SubmitAsync("/account", $"/organise/{shown.Fair.Id}/now/{slot}/offers");
        Assert.Equal(HttpStatusCode.Redirect, offered.StatusCode);
    }

    private static async Task<string> OffersAsync(ShownFair shown, Guid slot) =>
        WebUtility.HtmlDecode(await shown.Fair.Organiser.GetStringAsync($"/organise/{shown.Fair.Id}/now/{slot}/offers"));

    private async Task<HttpResponseMessage> AnswerAsync(ShownFair shown, World.Member firm, Guid offer, bool accepts)
    {
        using var client = site.ClientFor(firm.UserId);
        return await client.SubmitAsync("/account", $"/expos/{shown.Fair.Id}/offers/{offer}", ("accepts", accepts ? "true" : "false"));
    }

    /// <summary>What the firm reads after it has accepted.</summary>
    private async Task<string> AnsweredAsync(ShownFair shown, World.Member firm, Guid offer)
    {
        using var client = site.ClientFor(firm.UserId);
        using var answer = await client.SubmitAsync("/account", $"/expos/{shown.Fair.Id}/offers/{offer}", ("accepts", "true"));
        return WebUtility.HtmlDecode(await client.GetStringAsync(shown.FirmPage));
    }
}
