using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Security;

public sealed class RouteTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Accept = "MATCHMAKING_ACCEPT_ROUTES";

    private static readonly string Manifest = Path.Combine(
        RepositoryRoot.Path,
        "tests",
        "Matchmaking.IntegrationTests",
        "Security",
        "routes.txt"
    );

    private IReadOnlyList<Route> All => Routes.Of(site.Services.GetRequiredService<EndpointDataSource>().Endpoints);

    /// <summary>After a change that was meant: run with the variable set to 1, and read the difference before it is committed.</summary>
    [Fact]
    public async Task Routes_and_who_may_use_them_are_the_ones_that_were_agreed()
    {
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            await File.WriteAllLinesAsync(Manifest, All.Select(route => route.ToString()));
        }

        var agreed = await File.ReadAllLinesAsync(Manifest);
        var present = All.Select(route => route.ToString()).ToList();

        Assert.Empty(present.Except(agreed).Select(line => $"new: {line}"));
        Assert.Empty(agreed.Except(present).Select(line => $"gone: {line}"));
    }

    [Fact]
    public void Open_and_guarded_routes_are_told_apart()
    {
        var endpoints = new List<Endpoint>();
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddAuthorization();
        using var app = builder.Build();
        app.MapGet("/open", () => "open").AllowAnonymous();
        app.MapPost("/agency", () => "agency").RequireAuthorization(Policies.Agency);
        app.MapDelete("/fallback/{id}", (int id) => id);
        endpoints.AddRange(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));

        Assert.Equal(
            ["/agency POST [Agency]", "/fallback/{id} DELETE [signed in]", "/open GET [anonymous]"],
            Routes.Of(endpoints).Select(route => route.ToString())
        );
    }

    [Fact]
    public async Task Nothing_is_changed_without_an_antiforgery_token()
    {
        var people = await PeopleAsync();
        foreach (var route in All.Where(route => route.Verbs is "POST" or "PUT" or "PATCH" or "DELETE"))
        {
            using var client = site.ClientFor(people.GetValueOrDefault(route.Access, people[Policies.Company]));
            using var body = new FormUrlEncodedContent([KeyValuePair.Create("name", "value")]);
            using var request = new HttpRequestMessage(HttpMethod.Parse(route.Verbs), Filled(route.Pattern)) { Content = body };

            using var answer = await client.SendAsync(request);

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{route} answered {(int)answer.StatusCode}.");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Policies.Company)]
    [InlineData(Policies.Agency)]
    [InlineData(Policies.Administrator)]
    public async Task Every_page_answers_everybody(string? who)
    {
        var people = await PeopleAsync();
        using var client = site.ClientFor(who is null ? null : people[who]);
        foreach (var route in All.Where(route => route.Verbs == "GET" && !route.Pattern.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await client.GetAsync(route.Pattern);

            Assert.True((int)answer.StatusCode < 500, $"{route} answered {(int)answer.StatusCode}.");
            if (who is null && route.Access != "anonymous")
            {
                Assert.True(
                    answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized or HttpStatusCode.NotFound,
                    $"{route} is open."
                );
            }
        }
    }

    private static string Filled(string pattern) =>
        string.Join('/', pattern.Split('/').Select(part => part.Contains('{', StringComparison.Ordinal) ? Guid.Empty.ToString("N") : part));

    private async Task<Dictionary<string, Guid>> PeopleAsync()
    {
        var world = new World(site);
        var owner = (await world.FirmAsync(Country.KR, "한국전지")).UserId;
        var administrator = await world.PersonAsync();
        await site.WithDatabaseAsync(db =>
            db.Users.Where(user => user.Id == administrator).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsAdministrator, true))
        );
        return new Dictionary<string, Guid>
        {
            [Policies.Company] = owner,
            [Policies.CompanyOwner] = owner,
            [Policies.Agency] = await world.ReviewerAsync(Country.KR),
            [Policies.Administrator] = administrator,
        };
    }
}
