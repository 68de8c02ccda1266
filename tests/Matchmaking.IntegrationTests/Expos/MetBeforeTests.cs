using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.IntegrationTests.Meetings;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos;

/// <summary>Moves the clock past a meeting, and so has a site of its own.</summary>
public sealed class MetBeforeTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly ExpoWorld expos = new(site);
    private readonly MeetingSite meetings = new(site);

    [Fact]
    public async Task Wish_counts_no_more_once_the_two_have_met_until_it_is_chosen_anew()
    {
        var korean = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var met = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var cancelled = await expos.VerifiedAsync(Country.CN, "Liyuan");
        var id = await expos.InvitedAsync(korean, met, cancelled);
        await expos.AttendAsync(id, korean, met, cancelled);
        await expos.WishAsync(id, korean, (met, WishKind.Meet), (cancelled, WishKind.Meet));
        await expos.WishAsync(id, met, (korean, WishKind.Meet));
        await expos.WishAsync(id, cancelled, (korean, WishKind.Meet));
        var thursday = Next(DayOfWeek.Thursday);
        var friday = thursday.AddDays(1);
        foreach (var (other, start) in new[] { (met, thursday), (cancelled, friday) })
        {
            var time = Text(start);
            var meeting = await meetings.AskedAsync(korean, other, time);
            using var accepted = await meetings.StepAsync(other, meeting, "accept", ("Time", time));
            if (other == cancelled)
            {
                using var off = await meetings.StepAsync(other, meeting, "cancel", ("Reason", "Travel is off."));
            }
        }

        Assert.Equal(2, (await expos.FirmsAsync(id)).MutualPairs);
        site.Clock.SetUtcNow(thursday.AddMinutes(29));
        Assert.Equal(2, (await expos.FirmsAsync(id)).MutualPairs);
        site.Clock.SetUtcNow(friday.AddDays(1));
        Assert.Equal(1, (await expos.FirmsAsync(id)).MutualPairs);

        using var client = site.ClientFor(korean.UserId);
        var page = await client.GetStringAsync($"/expos/{id}/partners");
        Assert.InRange(
            page.IndexOf("Yanheng", StringComparison.Ordinal),
            page.IndexOf("Liyuan", StringComparison.Ordinal),
            page.IndexOf("Met before", StringComparison.Ordinal)
        );
        Assert.Single(page.Split("Met before").Skip(1));

        await expos.WishAsync(id, korean, (met, WishKind.Meet));
        Assert.Equal(1, (await expos.FirmsAsync(id)).MutualPairs);
        await expos.WishAsync(id, met, (korean, WishKind.Meet));
        Assert.Equal(2, (await expos.FirmsAsync(id)).MutualPairs);
    }

    [Fact]
    public async Task Refusal_outlasts_a_meeting()
    {
        var korean = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var chinese = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var id = await expos.InvitedAsync(korean, chinese);
        await expos.AttendAsync(id, korean, chinese);
        await expos.WishAsync(id, korean, (chinese, WishKind.NoThanks));
        var start = Next(DayOfWeek.Wednesday);
        var time = Text(start);
        var meeting = await meetings.AskedAsync(korean, chinese, time);
        using var accepted = await meetings.StepAsync(chinese, meeting, "accept", ("Time", time));
        site.Clock.SetUtcNow(start.AddHours(1));

        using var client = site.ClientFor(korean.UserId);
        Assert.Contains(
            "<span class=\"badge\">No thanks</span>",
            await client.GetStringAsync($"/expos/{id}/partners"),
            StringComparison.Ordinal
        );
    }

    /// <summary>Ten o'clock in Korea on such a day, two days ahead at least: the tests share a clock that only goes on.</summary>
    private DateTimeOffset Next(DayOfWeek weekday)
    {
        var day = new DateTimeOffset(site.Clock.GetUtcNow().UtcDateTime.Date.AddDays(2), TimeSpan.Zero);
        return day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7).AddHours(1);
    }

    private static string Text(DateTimeOffset start) => start.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
