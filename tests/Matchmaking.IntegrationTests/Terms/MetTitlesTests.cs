using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Meetings;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Terms;

public sealed class MetTitlesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly MeetingSite meetings = new(site);

    [Fact]
    public async Task Titles_that_met_without_a_common_word_are_proposed_until_they_are_joined_or_dismissed()
    {
        var joined = await MetAsync("玄武盖板", "현무덮개판");
        var refused = await MetAsync("朱雀薄膜", "주작얇은막");
        var known = await MetAsync("供应氢氧化锂", "수산화리튬 삽니다");
        using var client = site.ClientFor(await meetings.World.ReviewerAsync(Country.KR));

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/terms/met"));

        Assert.Contains("玄武盖板", page);
        Assert.Contains("주작얇은막", page);
        Assert.DoesNotContain("供应氢氧化锂", page);
        Assert.DoesNotContain("한빛소재", page);
        var prefilled = await client.GetStringAsync(
            $"/terms/new?zh={Uri.EscapeDataString("玄武盖板")}&ko={Uri.EscapeDataString("현무덮개판")}"
        );
        Assert.Contains("玄武盖板</textarea>", prefilled);

        await client.SubmitAsync("/terms/new", "/terms/new", ("Zh", "玄武盖板"), ("Ko", "현무덮개판"));
        (string, string)[] pair = [("first", refused.Zh.ToString()), ("second", refused.Ko.ToString())];
        await client.SubmitAsync("/terms/met", "/terms/met/dismiss", pair);
        var rest = await client.GetStringAsync("/terms/met");
        Assert.Contains("No suggestions now", rest);

        await client.SubmitAsync("/terms/met", "/terms/met/restore", pair);
        Assert.Contains("朱雀薄膜", await client.GetStringAsync("/terms/met"));
        using var never = await client.SubmitAsync(
            "/terms/met",
            "/terms/met/dismiss",
            ("first", joined.Zh.ToString()),
            ("second", known.Ko.ToString())
        );
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }

    private async Task<(ListingId Zh, ListingId Ko)> MetAsync(string chinese, string korean)
    {
        var (me, partner) = await meetings.FirmsAsync();
        var ko = await meetings.World.PublishedAsync(me, ListingKind.Need, Content(LanguageCode.Ko, korean));
        var zh = await meetings.World.PublishedAsync(partner, ListingKind.Offer, Content(LanguageCode.Zh, chinese));
        var form = MeetingSite.FormOf(partner);
        using var client = meetings.As(me);
        using var asked = await client.SubmitAsync(
            form,
            "/meetings/request",
            [.. MeetingSite.Ask(partner, MeetingSite.Thursday), ("Listing", zh.ToString()), ("OwnListing", ko.ToString())]
        );
        var page = Assert.IsType<Uri>(asked.Headers.Location).OriginalString;
        using var accepted = await meetings.StepAsync(partner, page, "accept", ("Time", MeetingSite.Thursday));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        return (zh, ko);
    }

    private static ListingContent Content(LanguageCode language, string title) =>
        new()
        {
            Language = language,
            Title = title,
            Text = ".",
        };
}
