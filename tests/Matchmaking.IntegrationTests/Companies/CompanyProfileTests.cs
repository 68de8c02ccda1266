using System.Net;
using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Companies;

public sealed partial class CompanyProfileTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("ko-KR")]
    [InlineData("en")]
    public async Task Anybody_may_read_a_profile_but_not_its_contact_fields(string language)
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var other = await world.FirmAsync(Country.CN, "苏州澄锂");
        foreach (var viewer in new Guid?[] { null, other.UserId })
        {
            using var client = site.ClientFor(viewer, language);

            var html = await client.GetStringAsync($"/companies/{firm.Company}");

            Assert.Contains("한빛소재", html);
            Assert.DoesNotContain("sales@example.com", html);
            Assert.DoesNotContain("555-0100", html);
        }
    }

    [Fact]
    public async Task Members_of_a_firm_of_the_other_country_are_led_to_a_meeting()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var (across, beside) = (await world.FirmAsync(Country.CN, "苏州澄锂"), await world.FirmAsync(Country.KR, "다른 기업"));
        var link = $"/meetings/request?company={firm.Company}";

        foreach (
            var (viewer, isLed) in new (Guid?, bool)[]
            {
                (across.UserId, true),
                (beside.UserId, false),
                (firm.UserId, false),
                (null, false),
            }
        )
        {
            using var client = site.ClientFor(viewer);
            Assert.Equal(isLed, (await client.GetStringAsync($"/companies/{firm.Company}")).Contains(link, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_firms_own_people_see_the_contact_fields()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재", MembershipRole.Member);
        using var client = site.ClientFor(firm.UserId);

        Assert.Contains("sales@example.com", await client.GetStringAsync($"/companies/{firm.Company}"));
    }

    [Theory]
    [InlineData("/companies/00000000000000000000000000000001")]
    [InlineData("/companies/not-an-id")]
    public async Task A_firm_that_is_not_there_answers_404(string path)
    {
        using var client = site.ClientFor();

        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_edit_is_saved_and_reaches_the_index()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var client = site.ClientFor(firm.UserId);
        var before = await site.WithDatabaseAsync(db => db.Companies.AsNoTracking().SingleAsync(item => item.Id == firm.Company));

        using var answer = await EditAsync(client, firm.Company, revision: 1, ("NameKo", "새 이름"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await site.WithDatabaseAsync(db => db.Companies.AsNoTracking().SingleAsync(item => item.Id == firm.Company));
        Assert.Equal("새 이름", after.Profile.Names.Ko);
        Assert.Equal(before.RegistrationNumber, after.RegistrationNumber);
        Assert.True(after.IndexVersion > before.IndexVersion);
    }

    [Fact]
    public async Task A_stale_edit_says_who_was_faster_and_when_keeps_what_was_typed_and_can_be_saved_then()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var colleague = await world.ColleagueAsync(firm.Company, "Lee Jeongmin", MembershipRole.Owner);
        using var client = site.ClientFor(firm.UserId);
        using var faster = site.ClientFor(colleague);
        using var won = await EditAsync(faster, firm.Company, revision: 1, ("NameKo", "빠른 이름"));

        using var lost = await EditAsync(client, firm.Company, revision: 1, ("NameKo", "느린 이름"));

        var html = WebUtility.HtmlDecode(await lost.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        Assert.Contains("Lee Jeongmin", html);
        Assert.Contains("2026-11-23 10:00 KST · 09:00 CST", html);
        Assert.Contains("느린 이름", html);
        var revision = int.Parse(Revision().Match(html).Groups["revision"].Value, System.Globalization.CultureInfo.InvariantCulture);
        using var again = await EditAsync(client, firm.Company, revision, ("NameKo", "느린 이름"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Only_owners_of_this_firm_may_edit_it()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var member = await world.ColleagueAsync(firm.Company, "Member", MembershipRole.Member);
        var stranger = await world.FirmAsync(Country.KR, "다른 기업");
        foreach (var person in new[] { member, stranger.UserId })
        {
            using var client = site.ClientFor(person);

            using var page = await client.GetAsync($"/companies/{firm.Company}/edit");

            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        }

        using var foreign = site.ClientFor(stranger.UserId);
        using var answer = await foreign.SubmitAsync(
            $"/companies/{stranger.Company}/edit",
            $"/companies/{firm.Company}/edit",
            CompanyFields.Korean("", ("Revision", "1"))
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> EditAsync(
        HttpClient client,
        CompanyId company,
        int revision,
        params (string Name, string Value)[] changed
    ) =>
        client.SubmitAsync(
            $"/companies/{company}/edit",
            $"/companies/{company}/edit",
            CompanyFields.Korean(
                string.Empty,
                [.. changed, ("Revision", revision.ToString(System.Globalization.CultureInfo.InvariantCulture))]
            )
        );

    [GeneratedRegex("name=\"Revision\" value=\"(?<revision>\\d+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Revision();
}
