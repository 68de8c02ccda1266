using System.Text.Json;
using System.Text.Json.Nodes;
using Matchmaking.IntegrationTests.Security;
using Matchmaking.IntegrationTests.Site;
using Matchmaking.Web.Commands;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Api;

public sealed class ApiDocumentTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Address = "/openapi/v1.json";

    [Fact]
    public async Task Document_holds_each_route_of_the_api_and_no_other()
    {
        var routes = Routes
            .Of(site.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            .Where(route => route.Pattern.StartsWith("/api/", StringComparison.Ordinal))
            .Select(route => $"{route.Pattern} {route.Verbs}");

        var described = (await DocumentAsync())
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{path.Name} {verb.Name.ToUpperInvariant()}"));

        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_operation_says_what_it_does_and_whom_it_lets_in()
    {
        var routes = Routes
            .Of(site.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            .ToDictionary(route => $"{route.Pattern} {route.Verbs}", route => route.Access, StringComparer.Ordinal);

        Assert.All(
            (await DocumentAsync()).GetProperty("paths").EnumerateObject(),
            path =>
                Assert.All(
                    path.Value.EnumerateObject(),
                    verb =>
                    {
                        Assert.NotEmpty(verb.Value.GetProperty("summary").GetString()!);
                        var access = routes[$"{path.Name} {verb.Name.ToUpperInvariant()}"];
                        var scope = verb.Value.TryGetProperty("security", out var security)
                            ? security[0].GetProperty("token")[0].GetString()
                            : null;
                        Assert.EndsWith(scope ?? "anonymous", access, StringComparison.Ordinal);
                    }
                )
        );
    }

    [Fact]
    public async Task Identifiers_and_codes_are_described_as_they_are_sent()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        Assert.Equal("uuid", schemas.GetProperty("ListingId").GetProperty("format").GetString());
        Assert.Contains("\"joint-venture\"", schemas.GetProperty("CooperationMode").GetRawText());
    }

    [Fact]
    public async Task Verb_writes_the_document_that_the_site_serves()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exit = await CommandLine.RunAsync(["openapi"], output, error);

        Assert.Equal(0, exit);
        using var client = site.ClientFor();
        var served = JsonNode.Parse(await client.GetStringAsync(Address));
        Assert.Equal(served!.ToJsonString(), JsonNode.Parse(output.ToString())!.ToJsonString());
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var client = site.ClientFor();
        return await (await client.GetAsync(Address)).JsonAsync();
    }
}
