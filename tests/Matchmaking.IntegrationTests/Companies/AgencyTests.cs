using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Companies;

public sealed class AgencyTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task A_check_is_shown_with_what_by_whom_and_when_until_it_is_taken_back()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var reviewer = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var anybody = site.ClientFor();
        var profile = $"/companies/{firm.Company}";

        using var recorded = await RecordAsync(reviewer, firm.Company, ("Source", "국세청 사업자등록 조회"));

        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        var html = await anybody.GetStringAsync(profile);
        Assert.Contains("국세청 사업자등록 조회", html);
        Assert.Contains("2026-11-20", html);
        Assert.Contains("Trade Centre", html);
        var company = await site.WithDatabaseAsync(db => db.Companies.AsNoTracking().SingleAsync(item => item.Id == firm.Company));
        Assert.Equal(2, company.IndexVersion);
        var revoke = $"{profile}/evidence/{company.Evidence[0].Id}/revoke";
        using var colleague = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var foreign = await colleague.SubmitAsync("/companies", revoke);
        using var revoked = await reviewer.SubmitAsync(profile, revoke);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Redirect], [foreign.StatusCode, revoked.StatusCode]);
        Assert.DoesNotContain("국세청", await anybody.GetStringAsync(profile));
    }

    [Theory]
    [InlineData("Claim", "Magic")]
    [InlineData("Source", "")]
    [InlineData("Source", "   ")]
    [InlineData("CheckedOn", "2026-11-30")]
    [InlineData("CheckedOn", "yesterday")]
    [InlineData("ExpiresOn", "2026-11-01")]
    public async Task Bad_input_is_answered_at_its_field(string field, string value)
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var reviewer = site.ClientFor(await world.ReviewerAsync(Country.KR));

        using var answer = await RecordAsync(reviewer, firm.Company, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"{field}-error", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_check_and_its_taking_back_stand_in_the_audit_trail()
    {
        var firm = await world.FirmAsync(Country.KR, "감사할 기업");
        using var agency = site.ClientFor(await world.ReviewerAsync(Country.KR), "ko");
        using var recorded = await RecordAsync(agency, firm.Company, ("Source", "등기사항증명서 2026-11"));
        var evidence = await site.WithDatabaseAsync(async db =>
            (await db.Companies.AsNoTracking().SingleAsync(company => company.Id == firm.Company)).Evidence[0].Id
        );

        using var revoked = await agency.SubmitAsync(
            $"/companies/{firm.Company}/evidence/new",
            $"/companies/{firm.Company}/evidence/{evidence}/revoke"
        );

        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        foreach (var act in new[] { "evidence-recorded", "evidence-revoked" })
        {
            var trail = await agency.GetStringAsync($"/audit?act={act}");
            Assert.Contains("감사할 기업", trail);
            Assert.Contains("기업 실재: 등기사항증명서 2026-11", trail);
        }
    }

    [Fact]
    public async Task An_agency_checks_only_firms_of_its_own_country()
    {
        var firm = await world.FirmAsync(Country.CN, "苏州澄锂");
        using var reviewer = site.ClientFor(await world.ReviewerAsync(Country.KR));

        using var page = await reviewer.GetAsync($"/companies/{firm.Company}/evidence/new");
        using var answer = await reviewer.SubmitAsync(
            "/companies",
            $"/companies/{firm.Company}/evidence",
            ("Claim", "Existence"),
            ("Source", "x"),
            ("CheckedOn", "2026-11-20")
        );

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [page.StatusCode, answer.StatusCode]);
    }

    [Fact]
    public async Task The_list_of_firms_is_the_agencys_country_and_can_be_searched()
    {
        await world.FirmAsync(Country.KR, "누리로봇");
        await world.FirmAsync(Country.KR, "Nuri Robotics");
        await world.FirmAsync(Country.CN, "누리 아님");
        using var reviewer = site.ClientFor(await world.ReviewerAsync(Country.KR));

        var found = await reviewer.GetStringAsync("/companies?q=" + Uri.EscapeDataString("누리") + "&verified=no&page=99");
        var none = await reviewer.GetStringAsync("/companies?q=" + Uri.EscapeDataString("누리") + "&verified=yes");

        var latin = await reviewer.GetStringAsync("/companies?q=nURI");

        Assert.Contains("누리로봇", found);
        Assert.Contains("Nuri Robotics", latin);
        Assert.DoesNotContain("누리 아님", found);
        Assert.Contains("No firm fits", none);
    }

    [Fact]
    public async Task Administrators_create_agencies_and_appoint_reviewers()
    {
        using var administrator = site.ClientFor(await AdministratorAsync());
        var person = await world.PersonAsync("Seo Yuna");
        var email = await site.WithDatabaseAsync(db => db.Users.Where(user => user.Id == person).Select(user => user.Email!).SingleAsync());
        using var created = await administrator.SubmitAsync(
            "/admin/agencies",
            "/admin/agencies",
            ("Country", "KR"),
            ("NameLatin", "Southern Trade Office"),
            ("NameKo", "남부 무역사무소")
        );
        var agency = await site.WithDatabaseAsync(db => db.Agencies.SingleAsync(item => item.Names.En == "Southern Trade Office"));

        using var unknown = await administrator.SubmitAsync(
            "/admin/agencies",
            $"/admin/agencies/{agency.Id}/reviewers",
            ("email", "nobody@example.com")
        );
        using var added = await administrator.SubmitAsync("/admin/agencies", $"/admin/agencies/{agency.Id}/reviewers", ("email", email));

        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var reviewer = site.ClientFor(person);
        Assert.Equal(HttpStatusCode.OK, (await reviewer.GetAsync("/companies")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync("/admin/agencies")).StatusCode);
    }

    private async Task<Guid> AdministratorAsync()
    {
        var person = await world.PersonAsync("Admin");
        await site.WithDatabaseAsync(db =>
            db.Users.Where(user => user.Id == person).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsAdministrator, true))
        );
        return person;
    }

    private static Task<HttpResponseMessage> RecordAsync(HttpClient client, CompanyId company, (string Name, string Value) changed) =>
        client.SubmitAsync(
            $"/companies/{company}/evidence/new",
            $"/companies/{company}/evidence",
            [
                .. new[] { ("Claim", "Existence"), ("Source", "register"), ("CheckedOn", "2026-11-20"), ("ExpiresOn", "2027-11-20") }.Where(
                    field => field.Item1 != changed.Name
                ),
                changed,
            ]
        );
}
