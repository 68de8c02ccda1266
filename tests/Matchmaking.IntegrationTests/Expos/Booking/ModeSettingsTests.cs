using System.Net;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Booking;

/// <summary>How meetings come about is chosen in the form of an expo, in time.</summary>
public sealed class ModeSettingsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("en", "Those that one side wishes", "The firms, by booking", "can no longer be changed")]
    [InlineData("ko", "한쪽만 희망해도 되는 상담", "기업이 직접 예약하고", "바꿀 수 없어요")]
    [InlineData("zh-Hans", "一方有意向的洽谈", "由企业自行预约", "不能再更改")]
    public async Task Modes_are_chosen_in_the_form_shown_and_refused_when_it_is_too_late(
        string language,
        string oneSided,
        string booked,
        string refusal
    )
    {
        var fair = await Fair.ClosedAsync(site, language, settings: [("Requests", "OneSided")]);
        var page = $"/organise/{fair.Id}";
        Assert.Contains(oneSided, await ReadAsync(fair, page));
        var form = await ReadAsync(fair, $"{page}/edit");
        Assert.DoesNotContain("type=\"radio\" name=\"Requests\"", form);
        Assert.Contains("type=\"radio\" name=\"Scheduling\"", form);

        using var late = await EditAsync(fair, RequestMode.Mutual, SchedulingMode.Participants);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains(refusal, WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()));
        using var changed = await EditAsync(fair, RequestMode.OneSided, SchedulingMode.Participants);
        Assert.Equal(page, changed.Headers.Location?.ToString());
        Assert.Contains(booked, await ReadAsync(fair, page));

        await fair.RunAsync();
        using var settled = await EditAsync(fair, RequestMode.OneSided, SchedulingMode.Organiser);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, settled.StatusCode);
        Assert.Contains(refusal, WebUtility.HtmlDecode(await settled.Content.ReadAsStringAsync()));
        var profile = (await fair.ExpoAsync()).Profile;
        Assert.Equal((RequestMode.OneSided, SchedulingMode.Participants), (profile.Requests, profile.Scheduling));
    }

    [Fact]
    public async Task Firms_read_what_a_wish_means_where_they_wish()
    {
        var usual = await Fair.ClosedAsync(site);
        var booked = await Fair.ClosedAsync(site, settings: [("Requests", "OneSided"), ("Scheduling", "Participants")]);
        Assert.Contains("when both sides wish it", await WishesAsync(usual));
        var page = await WishesAsync(booked);
        Assert.Contains("The wish of one side is enough", page);
        Assert.Contains("each firm books times with those that wish to meet it", page);
    }

    private static async Task<HttpResponseMessage> EditAsync(Fair fair, RequestMode requests, SchedulingMode scheduling)
    {
        var expo = await fair.ExpoAsync();
        var page = $"/organise/{fair.Id}/edit";
        return await fair.Organiser.SubmitAsync(
            page,
            page,
            ("NameZh", "对接会"),
            ("NameKo", "상담회"),
            ("NameEn", "Fair"),
            ("Place", "Songdo"),
            ("Hall", "KR"),
            ("FirstDay", "2027-03-10"),
            ("LastDay", "2027-03-10"),
            ("Requests", $"{requests}"),
            ("Scheduling", $"{scheduling}"),
            ("Version", $"{expo.Version}")
        );
    }

    private static async Task<string> ReadAsync(Fair fair, string page) => WebUtility.HtmlDecode(await fair.Organiser.GetStringAsync(page));

    private async Task<string> WishesAsync(Fair fair)
    {
        using var client = site.ClientFor(fair.Korean[0].UserId);
        return WebUtility.HtmlDecode(await client.GetStringAsync($"/expos/{fair.Id}/partners"));
    }
}
