using System.Net;
using System.Net.Http.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.IntegrationTests.Site;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Xunit;

namespace Matchmaking.IntegrationTests.Api;

public sealed class ApiAccessTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task A_program_reads_for_its_firm_with_the_scope_that_it_was_given()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var listing = await world.SubmittedAsync(firm);
        using var program = await site.ClientOfAsync(firm, ApiScopes.ListingsRead);

        var found = await (await program.GetAsync("/api/listings")).JsonAsync();
        Assert.Equal(listing.ToString(), found.GetProperty("rows").GetProperty("items")[0].GetProperty("id").GetString());
        using var meetings = await program.GetAsync("/api/meetings");
        Assert.Equal(HttpStatusCode.Forbidden, meetings.StatusCode);
        Assert.Equal("forbidden", await meetings.ProblemCodeAsync());
    }

    [Theory]
    [InlineData("en", "A valid access token is needed.")]
    [InlineData("ko", "유효한 액세스 토큰이 필요해요.")]
    [InlineData("zh-Hans", "需要有效的访问令牌。")]
    public async Task Without_a_token_or_with_a_wrong_one_the_answer_is_a_problem_and_no_form(string language, string title)
    {
        using var nobody = site.SecureClient(language: language);
        using var liar = site.ClientWith("not-a-token", language);
        foreach (var client in new[] { nobody, liar })
        {
            using var answer = await client.GetAsync("/API/listings");

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
            Assert.Equal("unauthenticated", await answer.ProblemCodeAsync());
            Assert.Equal(title, (await answer.JsonAsync()).GetProperty("title").GetString());
        }
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        var program = await site.ProgramAsync(await world.FirmAsync(Country.KR, "한빛소재"), ApiScopes.ListingsRead);

        using var answer = await site.AskTokenAsync(ApiSite.Credentials(program with { Secret = program.Secret + "x" }));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_client", (await answer.JsonAsync()).GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_program_cannot_ask_for_more_than_it_was_given()
    {
        var program = await site.ProgramAsync(await world.FirmAsync(Country.KR, "한빛소재"), ApiScopes.ListingsRead);

        using var answer = await site.AskTokenAsync([.. ApiSite.Credentials(program), ("scope", ApiScopes.ListingsWrite)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_ends_with_its_program_with_its_revocation_and_with_the_membership()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        var first = await site.ProgramAsync(firm, ApiScopes.ListingsRead);
        var second = await site.ProgramAsync(firm, ApiScopes.ListingsRead);
        var third = await site.ProgramAsync(firm, ApiScopes.ListingsRead);
        using var ofFirst = site.ClientWith(await site.TokenAsync(first));
        var token = await site.TokenAsync(second);
        using var ofSecond = site.ClientWith(token);
        using var ofThird = site.ClientWith(await site.TokenAsync(third));
        Assert.Equal(HttpStatusCode.OK, (await ofFirst.GetAsync("/api/listings")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ofSecond.GetAsync("/api/listings")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ofThird.GetAsync("/api/listings")).StatusCode);

        using var owner = site.ClientFor(firm.UserId);
        using var ended = await owner.SubmitAsync("/api-clients", $"/api-clients/{first.Id}/revoke");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("token", token),
            KeyValuePair.Create("client_id", second.Id),
            KeyValuePair.Create("client_secret", second.Secret),
        ]);
        using var revoked = await ofSecond.PostAsync("/connect/revoke", form);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ofFirst.GetAsync("/api/listings")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ofSecond.GetAsync("/api/listings")).StatusCode);

        await site.WithDatabaseAsync(db => db.Memberships.Where(item => item.UserId == firm.UserId).ExecuteDeleteAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await ofThird.GetAsync("/api/listings")).StatusCode);
    }

    [Fact]
    public async Task An_agency_reads_its_queue_and_a_firm_does_not()
    {
        var reviewer = await world.ReviewerAsync(Country.KR);
        var agency = await site.WithDatabaseAsync(db =>
            db.Memberships.Where(item => item.UserId == reviewer).Select(item => item.AgencyId).SingleAsync()
        );
        var actor = new Actor(reviewer, "Reviewer", MembershipRole.Member, CompanyId: null, agency);
        await world.SubmittedAsync(await world.FirmAsync(Country.KR, "한빛소재"));
        using var program = site.ClientWith(await site.TokenAsync(await site.ProgramAsync(actor, ApiScopes.ReviewsRead)));

        var queue = await (await program.GetAsync("/api/reviews")).JsonAsync();

        Assert.NotEqual(0, queue.GetProperty("rows").GetArrayLength());
        using var listings = await program.GetAsync("/api/listings");
        Assert.Equal(HttpStatusCode.Forbidden, listings.StatusCode);
    }

    [Fact]
    public async Task A_person_with_a_cookie_writes_only_with_the_antiforgery_token_and_a_program_needs_none()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var person = site.SecureClient(firm.UserId);
        using var program = await site.ClientOfAsync(firm, ApiScopes.ListingsWrite);

        using var refused = await person.PostAsJsonAsync("/api/listings", new { kind = "offer", title = "분리막" });
        using var written = await program.PostAsJsonAsync("/api/listings", new { kind = "offer", title = "분리막" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("antiforgery", await refused.ProblemCodeAsync());
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        Assert.Equal(1, await site.WithDatabaseAsync(db => db.Listings.CountAsync(item => item.CompanyId == firm.Company)));
    }

    [Fact]
    public async Task A_program_that_asks_who_it_is_learns_of_no_person()
    {
        var firm = await world.FirmAsync(Country.KR, "한빛소재");
        using var program = await site.ClientOfAsync(firm, ApiScopes.ListingsRead);

        using var answer = await program.GetAsync("/connect/userinfo");

        Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{answer.StatusCode}");
        Assert.DoesNotContain("Kim Minji", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Visitors_search_as_often_as_one_address_may_and_people_who_signed_in_on()
    {
        using var narrow = new SiteFactory();
        await using var limited = narrow.WithWebHostBuilder(builder => builder.UseSetting("RateLimits:PerVisitorAddress", "2"));
        using var client = limited.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/search?q=a")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/search?q=b")).StatusCode);
        using var third = await client.GetAsync("/search?q=c");
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("60", third.Headers.RetryAfter?.ToString());
        Assert.Contains("Too many attempts in a short time", await third.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/about")).StatusCode);
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_wait()
    {
        using var narrow = new SiteFactory();
        await using var limited = narrow.WithWebHostBuilder(builder => builder.UseSetting("RateLimits:PerApiAddress", "2"));
        using var client = limited.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/search?q=a")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/search?q=a")).StatusCode);
        using var third = await client.GetAsync("/api/search?q=a");
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("too-many-requests", await third.ProblemCodeAsync());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/about")).StatusCode);
    }
}

/// <summary>On a site of its own, since it moves the clock.</summary>
public sealed class TokenAgeTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task A_token_expires_and_is_deleted_in_time()
    {
        using var program = await site.ClientOfAsync(await new World(site).FirmAsync(Country.KR, "한빛소재"), ApiScopes.ListingsRead);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/listings")).StatusCode);

        site.Clock.Advance(TimeSpan.FromHours(1.5));
        using var answer = await program.GetAsync("/api/listings");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(1, await CountAsync());
        site.Clock.Advance(TimeSpan.FromDays(15));
        await Eventually.TrueAsync(async () => await CountAsync() == 0);
    }

    private Task<int> CountAsync() => site.WithDatabaseAsync(db => db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().CountAsync());
}
