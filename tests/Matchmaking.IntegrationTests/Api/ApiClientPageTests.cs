using System.Net;
using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Api;

public sealed partial class ApiClientPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Page = "/api-clients";

    private readonly World world = new(site);

    [Fact]
    public async Task The_secret_is_shown_once_and_works()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var owner = site.ClientFor(firm.UserId);

        using var created = await owner.SubmitAsync(Page, Page, ("Name", "ERP 연동"), ("Scopes", ApiScopes.ListingsRead));

        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        Assert.True(created.Headers.CacheControl!.NoStore);
        var shown = Shown().Matches(await created.Content.ReadAsStringAsync()).Select(match => match.Groups["text"].Value).ToList();
        var program = new NewApiClient(shown[0], shown[1]);
        using var client = site.ClientWith(await site.TokenAsync(program));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/listings")).StatusCode);
        var later = await owner.GetStringAsync(Page);
        Assert.Contains("ERP 연동", later);
        Assert.DoesNotContain(program.Secret, later);
    }

    [Theory]
    [InlineData("", ApiScopes.ListingsRead)]
    [InlineData("ERP", "")]
    [InlineData("ERP", ApiScopes.ReviewsRead)]
    [InlineData("ERP", "openid")]
    public async Task Nameless_idle_or_too_curious_programs_are_refused(string name, string scope)
    {
        using var owner = site.ClientFor((await world.FirmAsync(Country.KR, "한빛소재")).UserId);

        using var answer = await owner.SubmitAsync(Page, Page, ("Name", name), ("Scopes", scope));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Only_those_who_manage_the_firm_see_its_programs_and_end_them()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var program = await site.ProgramAsync(firm, ApiScopes.ListingsRead);
        using var member = site.ClientFor(await world.ColleagueAsync(firm.Company, "Lee", MembershipRole.Member));
        using var other = site.ClientFor((await world.FirmAsync(Country.KR, "다른 기업")).UserId);
        using var nobody = site.ClientFor(await world.PersonAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(Page)).StatusCode);
        Assert.DoesNotContain(program.Id, await other.GetStringAsync(Page));
        using var foreign = await other.SubmitAsync(Page, $"{Page}/{program.Id}/revoke");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        await site.TokenAsync(program);
    }

    [GeneratedRegex("<dd class=\"secret code\">(?<text>[^<]+)</dd>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
