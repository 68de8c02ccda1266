using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Companies;

public sealed class RegisterCompanyTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Page = "/companies/register?country=KR";
    private const string Action = "/companies/register";
    private readonly World world = new(site);

    [Fact]
    public async Task Whoever_registers_a_firm_owns_it_and_acts_for_it()
    {
        var person = await world.PersonAsync();
        using var client = site.ClientFor(person, "ko");

        using var answer = await client.SubmitAsync(Page, Action, CompanyFields.Korean("124-81-00998"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var profile = await client.GetStringAsync(answer.Headers.Location);
        Assert.Contains("(주)한빛소재", profile);
        Assert.Contains("+82 32-555-0100", WebUtility.HtmlDecode(profile));
        var (membership, actingAs, company) = await site.WithDatabaseAsync(async db =>
        {
            var membership = await db.Memberships.SingleAsync(item => item.UserId == person);
            var user = await db.Users.SingleAsync(item => item.Id == person);
            return (membership, user.ActingAs, await db.Companies.SingleAsync(item => item.Id == membership.CompanyId));
        });
        Assert.Equal(MembershipRole.Owner, membership.Role);
        Assert.Equal(membership.Id, actingAs);
        Assert.Equal("1248100998", company.RegistrationNumber!.Value);
        Assert.Equal("+82325550100", company.Contact.Phone);
    }

    [Fact]
    public async Task The_form_begins_with_who_fills_it_in_and_the_profile_shows_its_owner_the_next_step()
    {
        using var client = site.ClientFor(await world.PersonAsync("Han Jiu"));
        Assert.Contains("value=\"Han Jiu\"", await client.GetStringAsync(Page));

        using var answer = await client.SubmitAsync(Page, Action, CompanyFields.Korean("211-86-08979"));

        using var visitor = site.ClientFor();
        Assert.Contains("href=\"/listings/new?kind=Offer\"", await client.GetStringAsync(answer.Headers.Location));
        Assert.DoesNotContain("/listings/new", await visitor.GetStringAsync(answer.Headers.Location));
    }

    [Fact]
    public async Task The_same_number_again_is_told_what_to_do_and_not_who_was_first()
    {
        using var first = site.ClientFor(await world.PersonAsync("Park Jihun"));
        using var second = site.ClientFor(await world.PersonAsync());
        using var registered = await first.SubmitAsync(Page, Action, CompanyFields.Korean("101-81-09147"));

        using var answer = await second.SubmitAsync(Page, Action, CompanyFields.Korean("1018109147", ("NameKo", "다른 이름")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Ask a colleague in your firm to invite you", html);
        Assert.Contains("다른 이름", html);
        Assert.DoesNotContain("Park Jihun", html);
    }

    [Fact]
    public async Task Two_people_at_once_register_one_firm()
    {
        var people = new[] { await world.PersonAsync(), await world.PersonAsync(), await world.PersonAsync() };

        var answers = await Task.WhenAll(
            people.Select(async person =>
            {
                using var client = site.ClientFor(person);
                using var answer = await client.SubmitAsync(Page, Action, CompanyFields.Korean("220-81-62517"));
                return answer.StatusCode;
            })
        );

        Assert.Single(answers, HttpStatusCode.Redirect);
        Assert.Equal(2, answers.Count(status => status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_name_that_differs_by_its_legal_form_only_is_asked_about_once()
    {
        await world.FirmAsync(Country.KR, "주식회사 누리테크");
        using var client = site.ClientFor(await world.PersonAsync());
        var fields = CompanyFields.Korean("506-81-00017", ("NameKo", "㈜누리테크"), ("SimilarNameAccepted", "false"));

        using var asked = await client.SubmitAsync(Page, Action, fields);
        using var accepted = await client.SubmitAsync(Page, Action, CompanyFields.Korean("506-81-00017", ("NameKo", "㈜누리테크")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("주식회사 누리테크", await asked.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
    }

    [Fact]
    public async Task A_firm_that_only_a_file_brought_is_taken_over_by_its_number()
    {
        var number = RegistrationNumber.Parse(Country.KR, "107-81-98139").Value;
        var imported = Company.Register(
            Country.KR,
            number,
            new CompanyProfile { Names = new LocalizedText("", "가져온 이름", ""), Sector = "other" },
            ContactDetails.None,
            site.Clock.GetUtcNow().UtcDateTime,
            externalReference: "f1"
        );
        await world.AddAsync(imported);
        using var client = site.ClientFor(await world.PersonAsync());

        using var answer = await client.SubmitAsync(Page, Action, CompanyFields.Korean("107-81-98139", ("NameKo", "제대로 된 이름")));

        Assert.Equal($"/companies/{imported.Id}", answer.Headers.Location!.OriginalString);
        Assert.Contains("제대로 된 이름", await client.GetStringAsync(answer.Headers.Location));
    }

    [Theory]
    [InlineData("RegistrationNumber", "124-81-00997")]
    [InlineData("RegistrationNumber", "")]
    [InlineData("RegistrationNumber", "\uD83D\uDE00\uD83D\uDE00")]
    [InlineData("NameKo", "")]
    [InlineData("NameKo", "한빛\u0007소재")]
    [InlineData("NameLatin", "한빛소재")]
    [InlineData("Sector", "magic")]
    [InlineData("Region", "CN-JS")]
    [InlineData("Website", "javascript:alert(1)")]
    [InlineData("ContactPerson", "")]
    [InlineData("ContactEmail", "sales at hanbit")]
    [InlineData("ContactPhone", "12")]
    [InlineData("Country", "JP")]
    [InlineData("AboutLanguage", "Klingon")]
    public async Task Bad_input_is_answered_at_its_field_and_keeps_the_rest(string field, string value)
    {
        using var client = site.ClientFor(await world.PersonAsync());

        using var answer = await client.SubmitAsync(
            Page,
            Action,
            CompanyFields.Korean("120-88-00767", (field, value), ("About", "<script>alert(\"kept\")</script>"))
        );

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"#{field}\"", html);
        Assert.Contains("kept", html);
        Assert.DoesNotContain("<script>alert", html);
    }

    [Theory]
    [InlineData("NameKo")]
    [InlineData("NameZh")]
    [InlineData("NameLatin")]
    [InlineData("About")]
    [InlineData("Website")]
    [InlineData("ContactPerson")]
    [InlineData("ContactEmail")]
    public async Task Ten_thousand_characters_are_too_many(string field)
    {
        using var client = site.ClientFor(await world.PersonAsync());

        using var answer = await client.SubmitAsync(Page, Action, CompanyFields.Korean("120-88-00767", (field, new string('x', 10_000))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"{field}-error", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Any_unicode_is_stored_unchanged()
    {
        const string Name = "\U00020BB7家 \u202Eabc\u202C e\u0301 \U0001F468\u200D\U0001F469\u200D\U0001F467 <b>";
        using var client = site.ClientFor(await world.PersonAsync());

        using var answer = await client.SubmitAsync(Page, Action, CompanyFields.Korean("104-81-37225", ("NameKo", Name), ("NameZh", Name)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var number = RegistrationNumber.Parse(Country.KR, "104-81-37225").Value;
        var stored = await site.WithDatabaseAsync(db => db.Companies.SingleAsync(item => item.RegistrationNumber == number));
        Assert.Equal(Name, stored.Profile.Names.Ko);
        Assert.DoesNotContain("<b>", await client.GetStringAsync(answer.Headers.Location));
    }
}
