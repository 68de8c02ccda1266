using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos;

public sealed class GroupPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly ExpoWorld expos = new(site);

    [Theory]
    [InlineData("en", "Chinese firms")]
    [InlineData("ko", "중국 기업")]
    [InlineData("zh-Hans", "中国企业")]
    public async Task Without_own_groups_the_two_countries_meet_each_other(string language, string chinese)
    {
        var firm = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var (id, organiser) = await expos.InvitedByAsync(firm);
        using var client = site.ClientFor(organiser, language);

        Assert.Contains(chinese, WebUtility.HtmlDecode(await client.GetStringAsync($"/organise/{id}/groups")));
        var groups = await GroupsAsync(id);
        Assert.Equal([groups[1].Id], groups[0].Meets);
        Assert.Equal([groups[0].Id], groups[1].Meets);
    }

    [Fact]
    public async Task Lists_wishes_and_pairs_follow_who_may_meet_whom()
    {
        var korean = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var compatriot = await expos.VerifiedAsync(Country.KR, "Saebyeok");
        var supplier = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var other = await expos.VerifiedAsync(Country.CN, "Liyuan");
        var (id, organiser) = await expos.InvitedByAsync(korean, compatriot, supplier, other);
        await expos.AttendAsync(id, korean, compatriot, supplier, other);
        await expos.WishAsync(id, korean, (supplier, WishKind.Must), (other, WishKind.Must));
        await expos.WishAsync(id, supplier, (korean, WishKind.Meet));
        await expos.WishAsync(id, other, (korean, WishKind.Meet));
        Assert.Equal(2, (await expos.FirmsAsync(id)).MutualPairs);

        using var agency = site.ClientFor(organiser);
        var page = $"/organise/{id}/groups";
        using var added = await agency.SubmitAsync(page, page, ("Name", "CN suppliers"));
        var groups = await GroupsAsync(id);
        var (koreans, suppliers) = (groups.Single(item => item.Country == Country.KR), groups.Single(item => item.Country is null));
        var firms = (await expos.FirmsAsync(id)).Firms.ToDictionary(row => row.Firm.CompanyId, row => row.Firm.Id);
        using var put = await agency.SubmitAsync(
            $"/organise/{id}/firms",
            $"{page}/firms",
            ("ids", $"{firms[supplier.Company]}"),
            ("group", $"{suppliers.Id}")
        );
        using var set = await agency.SubmitAsync(
            page,
            $"{page}/meetings",
            ("pairs", $"{suppliers.Id}:{koreans.Id}"),
            ("pairs", $"{koreans.Id}:{koreans.Id}")
        );

        Assert.Equal(1, (await expos.FirmsAsync(id)).MutualPairs);
        using var client = site.ClientFor(korean.UserId);
        var wishes = $"/expos/{id}/partners";
        var shown = await client.GetStringAsync(wishes);
        Assert.Contains("Yanheng", shown, StringComparison.Ordinal);
        Assert.Contains("Saebyeok", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Liyuan", shown, StringComparison.Ordinal);
        using var refused = await client.SubmitAsync(wishes, wishes, ("wishes[0].Firm", $"{other.Company}"), ("wishes[0].Kind", "Meet"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        await expos.WishAsync(id, korean, (compatriot, WishKind.Meet));

        using var asked = await agency.SubmitAsync(page, $"/organise/{id}/remove/groups", ("ids", $"{suppliers.Id}"));
        Assert.Contains("1 firm goes back", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var removed = await agency.SubmitAsync(
            page,
            $"/organise/{id}/remove/groups",
            ("ids", $"{suppliers.Id}"),
            ("confirmed", "true")
        );
        Assert.Equal(Country.CN, (await expos.FirmsAsync(id)).Firms.Single(row => row.Firm.CompanyId == supplier.Company).Group.Country);
        Assert.DoesNotContain(suppliers.Id, (await GroupsAsync(id)).SelectMany(group => group.Meets));
    }

    [Fact]
    public async Task Group_needs_a_name_of_its_own_and_a_country_keeps_its_group()
    {
        var (id, organiser) = await expos.InvitedByAsync(await expos.VerifiedAsync(Country.KR, "Hanbit"));
        using var agency = site.ClientFor(organiser);
        var page = $"/organise/{id}/groups";
        using var first = await agency.SubmitAsync(page, page, ("Name", "KR buyers"));
        using var second = await agency.SubmitAsync(page, page, ("Name", " KR buyers "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("There is a group", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var empty = await agency.SubmitAsync(page, page, ("Name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);

        var country = (await GroupsAsync(id)).First(group => group.Country is not null);
        using var removed = await agency.SubmitAsync(
            page,
            $"/organise/{id}/remove/groups",
            ("ids", $"{country.Id}"),
            ("confirmed", "true")
        );
        Assert.Equal(3, (await GroupsAsync(id)).Count);
    }

    private Task<List<ExpoGroup>> GroupsAsync(ExpoId id) =>
        site.WithDatabaseAsync(db =>
            db.Set<ExpoGroup>().AsNoTracking().Where(group => group.ExpoId == id).OrderBy(group => group.Id).ToListAsync()
        );
}
