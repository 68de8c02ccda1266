using System.Net;
using System.Net.Http.Json;
using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Api;

public sealed class ApiListingsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task A_listing_is_drafted_changed_submitted_and_withdrawn()
    {
        using var program = await ProgramAsync();
        using var created = await program.PostAsJsonAsync(
            "/api/listings",
            new
            {
                kind = "offer",
                title = "고순도 수산화리튬",
                hsCodes = new[] { "2825.20" },
                modes = new[] { "supply" },
            }
        );
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var address = created.Headers.Location!.OriginalString;
        var version = (await created.JsonAsync()).GetProperty("version").GetInt64();

        using var incomplete = await program.PostAsync($"{address}/submit", content: null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.Equal("listing.text-missing", await incomplete.ProblemCodeAsync());

        var text = new
        {
            kind = "offer",
            title = "고순도 수산화리튬",
            text = "월 40톤",
            version,
        };
        using var updated = await program.PutAsJsonAsync(address, text);
        Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
        using var stale = await program.PutAsJsonAsync(address, text);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("changed-by", await stale.ProblemCodeAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsync($"{address}/submit", content: null)).StatusCode);
        Assert.Equal("submitted", await StateAsync(program, address));
        Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsync($"{address}/withdraw", content: null)).StatusCode);
        Assert.Equal("withdrawn", await StateAsync(program, address));
    }

    [Fact]
    public async Task Somebody_elses_listing_is_not_there()
    {
        var foreign = await world.SubmittedAsync(await world.FirmAsync(Country.CN, "苏州"));
        using var program = await ProgramAsync();

        using var read = await program.GetAsync($"/api/listings/{foreign}");
        using var written = await program.PutAsJsonAsync($"/api/listings/{foreign}", new { kind = "offer", version = 1 });
        using var withdrawn = await program.PostAsync($"/api/listings/{foreign}/withdraw", content: null);
        using var nonsense = await program.GetAsync("/api/listings/nonsense");

        foreach (var answer in new[] { read, written, withdrawn, nonsense })
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("not-found", await answer.ProblemCodeAsync());
        }
    }

    [Theory]
    [InlineData("modes")]
    [InlineData("regions")]
    [InlineData("hsCodes")]
    public async Task Endless_lists_are_refused_unread(string field)
    {
        using var program = await ProgramAsync();
        var body = $"{{\"kind\":\"offer\",\"{field}\":[{string.Join(',', Enumerable.Repeat("\"supply\"", 101))}]}}";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await program.PostAsync("/api/listings", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single((await answer.JsonAsync()).GetProperty("errors").EnumerateArray());
    }

    [Theory]
    [InlineData("{\"kind\":\"gift\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[1", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"kind\":\"offer\",\"title\":\"铜箔\",\"hsCodes\":null,\"regions\":null}", "application/json", HttpStatusCode.Created)]
    [InlineData(
        "{\"kind\":\"offer\",\"title\":\"铜箔\",\"regions\":[null],\"hsCodes\":[null],\"certificates\":[null]}",
        "application/json",
        HttpStatusCode.Created
    )]
    [InlineData("{\"kind\":\"offer\",\"hsCodes\":[\"99.99\"]}", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"kind\":1}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"kind\":\"offer\",\"modes\":[6]}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"kind\":\"offer\",\"modes\":[\"6\"]}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"kind\":\"offer\",\"modes\":[\"supply, joint-venture\"]}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("kind=offer", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_is_not_right_is_a_problem(string body, string type, HttpStatusCode status)
    {
        using var program = await ProgramAsync();
        using var content = new StringContent(body, Encoding.UTF8, type);

        using var answer = await program.PostAsync("/api/listings", content);

        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.Created)
        {
            await answer.ProblemCodeAsync();
            Assert.DoesNotContain("System.", await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("en", "9999 is not a code of HS 2022.")]
    [InlineData("ko", "9999는 HS 2022에 없는 코드예요.")]
    [InlineData("zh-Hans", "HS 2022中没有编码9999。")]
    public async Task A_broken_rule_names_its_field_in_the_readers_language(string language, string title)
    {
        using var program = await ProgramAsync();
        program.DefaultRequestHeaders.AcceptLanguage.Clear();
        program.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var answer = await program.PostAsJsonAsync("/api/listings", new { kind = "offer", hsCodes = new[] { "9999" } });

        var problem = await answer.JsonAsync();
        var fault = problem.GetProperty("errors")[0];
        Assert.Equal("listing.hs-unknown", fault.GetProperty("code").GetString());
        Assert.Equal("hsCodes", fault.GetProperty("field").GetString());
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.Equal(title, fault.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Unknown_addresses_and_methods_are_problems_too()
    {
        using var program = await ProgramAsync();

        using var unknown = await program.GetAsync("/api/nothing");
        using var method = await program.DeleteAsync("/api/listings");

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("not-found", await unknown.ProblemCodeAsync());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, method.StatusCode);
        Assert.Equal("method-not-allowed", await method.ProblemCodeAsync());
    }

    private static async Task<string?> StateAsync(HttpClient program, string address) =>
        (await (await program.GetAsync(address)).JsonAsync()).GetProperty("state").GetString();

    private async Task<HttpClient> ProgramAsync() =>
        await site.ClientOfAsync(await world.FirmAsync(Country.KR, "한빛소재"), ApiScopes.ListingsRead, ApiScopes.ListingsWrite);
}
