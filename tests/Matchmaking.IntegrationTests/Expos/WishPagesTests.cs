using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Listings;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos;

public sealed class WishPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);
    private readonly ExpoWorld expos = new(site);

    [Theory]
    [InlineData("en", "Expos to answer")]
    [InlineData("ko", "답을 기다리는 박람회 초대")]
    [InlineData("zh-Hans", "待答复的展会邀请")]
    public async Task Invitation_waits_on_the_first_page_until_it_is_answered(string language, string heading)
    {
        var firm = await expos.VerifiedAsync(Country.KR, $"Hanbit{language}");
        var id = await expos.InvitedAsync(firm);
        using var client = site.ClientFor(firm.UserId, language);
        var waiting = await PageAsync(client, "/");
        Assert.Contains(heading, waiting);
        Assert.Contains($"href=\"/expos/{id}\"", waiting);

        using var declined = await client.SubmitAsync($"/expos/{id}", $"/expos/{id}", ("Attends", "false"));
        Assert.DoesNotContain(heading, await PageAsync(client, "/"));
    }

    [Theory]
    [InlineData("en", "No thanks", "Your wishes are saved.")]
    [InlineData("ko", "사양", "희망을 저장했어요.")]
    [InlineData("zh-Hans", "不见", "意向已保存。")]
    public async Task Firm_answers_and_wishes_and_a_no_stays_between_it_and_the_site(string language, string no, string saved)
    {
        var korean = await expos.VerifiedAsync(Country.KR, $"한빛소재{language}");
        var chinese = await expos.VerifiedAsync(Country.CN, $"岩恒{language}");
        var fitting = await expos.VerifiedAsync(Country.CN, $"锂源{language}");
        await world.PublishedAsync(
            korean,
            ListingKind.Need,
            new ListingContent
            {
                Language = LanguageCode.Ko,
                Title = "수산화리튬",
                Text = "월 40톤",
            }
        );
        await world.PublishedAsync(
            fitting,
            ListingKind.Offer,
            new ListingContent
            {
                Language = LanguageCode.Zh,
                Title = "氢氧化锂",
                Text = "电池级",
            }
        );
        var id = await expos.InvitedAsync(korean, chinese, fitting);
        foreach (var firm in new[] { korean, chinese, fitting })
        {
            using var coming = site.ClientFor(firm.UserId, language);
            using var answer = await coming.SubmitAsync($"/expos/{id}", $"/expos/{id}", ("Attends", "true"), ("NeedsInterpreter", "true"));
            Assert.Equal($"/expos/{id}/partners", answer.Headers.Location?.ToString());
        }

        using var client = site.ClientFor(korean.UserId, language);
        var page = $"/expos/{id}/partners";
        var ranked = await PageAsync(client, page);
        Assert.InRange(
            ranked.IndexOf($"锂源{language}", StringComparison.Ordinal),
            0,
            ranked.IndexOf($"岩恒{language}", StringComparison.Ordinal)
        );
        using var wished = await client.SubmitAsync(
            page,
            page,
            ("wishes[0].Firm", $"{fitting.Company}"),
            ("wishes[0].Kind", "Must"),
            ("wishes[1].Firm", $"{chinese.Company}"),
            ("wishes[1].Kind", "NoThanks")
        );
        Assert.Contains(saved, await PageAsync(client, wished.Headers.Location!.ToString()));
        using var back = await client.SubmitAsync(page, page, ("wishes[0].Firm", $"{chinese.Company}"), ("wishes[0].Kind", "Meet"));
        Assert.Equal(WishKind.NoThanks, await WishAsync(id, korean, chinese));

        using var other = site.ClientFor(chinese.UserId, language);
        var theirs = await PageAsync(other, page);
        Assert.Contains($"한빛소재{language}", theirs);
        Assert.DoesNotContain($"<span class=\"badge\">{no}", theirs);
        using var hopeful = await other.SubmitAsync(page, page, ("wishes[0].Firm", $"{korean.Company}"), ("wishes[0].Kind", "Must"));
        Assert.Equal(WishKind.Must, await WishAsync(id, chinese, korean));
    }

    [Fact]
    public async Task Organiser_sees_how_many_wish_each_other_and_not_whom_a_firm_refuses()
    {
        var korean = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var first = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var second = await expos.VerifiedAsync(Country.CN, "Liyuan");
        var id = await expos.InvitedAsync(korean, first, second);
        await expos.AttendAsync(id, korean, first, second);

        await expos.WishAsync(id, korean, (first, WishKind.Meet), (second, WishKind.NoThanks));
        await expos.WishAsync(id, first, (korean, WishKind.Must));
        await expos.WishAsync(id, second, (korean, WishKind.Must));

        var listed = await expos.FirmsAsync(id);
        Assert.Equal(1, listed.MutualPairs);
        Assert.Equal(
            (1, 1),
            listed.Firms.Where(row => row.Firm.CompanyId == korean.Company).Select(row => (row.Wishes, row.Mutual)).Single()
        );
        Assert.Equal(
            (1, 0),
            listed.Firms.Where(row => row.Firm.CompanyId == second.Company).Select(row => (row.Wishes, row.Mutual)).Single()
        );

        using var client = site.ClientFor(korean.UserId);
        var page = $"/expos/{id}/partners";
        using var cleared = await client.SubmitAsync(page, page, ("wishes[0].Firm", $"{first.Company}"), ("wishes[0].Kind", ""));
        Assert.False(
            await site.WithDatabaseAsync(db =>
                db.Set<ExpoWish>().AnyAsync(wish => wish.ExpoId == id && wish.From == korean.Company && wish.To == first.Company)
            )
        );
    }

    [Fact]
    public async Task Who_is_not_invited_does_not_attend_or_comes_too_late_changes_nothing()
    {
        var korean = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var compatriot = await expos.VerifiedAsync(Country.KR, "Saebyeok");
        var chinese = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var stranger = await expos.VerifiedAsync(Country.CN, "Liyuan");
        var (id, organiser) = await expos.InvitedByAsync(korean, compatriot, chinese);
        using var outside = site.ClientFor(stranger.UserId);
        using var hidden = await outside.GetAsync($"/expos/{id}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        using var client = site.ClientFor(korean.UserId);
        using var before = await client.GetAsync($"/expos/{id}/partners");
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        var slots = await site.WithDatabaseAsync(db =>
            db.Set<ExpoSlot>().Where(slot => slot.ExpoId == id).Select(slot => slot.Id.ToString()).ToListAsync()
        );
        using var never = await client.SubmitAsync(
            $"/expos/{id}",
            $"/expos/{id}",
            [("Attends", "true"), .. slots.Select(slot => ("Absent", slot))]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, never.StatusCode);

        using var attends = await client.SubmitAsync($"/expos/{id}", $"/expos/{id}", ("Attends", "true"), ("Absent", slots[0]));
        var page = $"/expos/{id}/partners";
        foreach (var to in new[] { compatriot, chinese, stranger })
        {
            using var refused = await client.SubmitAsync(
                $"/expos/{id}",
                page,
                ("wishes[0].Firm", $"{to.Company}"),
                ("wishes[0].Kind", "Must")
            );
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var agency = site.ClientFor(organiser);
        using var closed = await agency.SubmitAsync($"/organise/{id}", $"/organise/{id}/close");
        Assert.DoesNotContain("name=\"Attends\"", await PageAsync(client, $"/expos/{id}"));
        var settled = await PageAsync(client, page);
        Assert.Contains("Answers and wishes are closed.", settled);
        Assert.DoesNotContain("is final for this pair", settled);
        using var late = await client.SubmitAsync("/account", $"/expos/{id}", ("Attends", "false"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal(
            ExpoFirmState.Attending,
            await site.WithDatabaseAsync(db =>
                db.Set<ExpoFirm>()
                    .Where(firm => firm.ExpoId == id && firm.CompanyId == korean.Company)
                    .Select(firm => firm.State)
                    .SingleAsync()
            )
        );
    }

    private Task<WishKind> WishAsync(ExpoId id, World.Member from, World.Member to) =>
        site.WithDatabaseAsync(db =>
            db.Set<ExpoWish>()
                .Where(wish => wish.ExpoId == id && wish.From == from.Company && wish.To == to.Company)
                .Select(wish => wish.Kind)
                .SingleAsync()
        );

    private static async Task<string> PageAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(address));
}
