using System.Net.Http.Headers;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.IntegrationTests.Site;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Api;

/// <summary>Programs and their tokens, over https as the server demands.</summary>
internal static class ApiSite
{
    public static HttpClient SecureClient(this SiteFactory site, Guid? person = null, string language = "en")
    {
        var client = site.ClientFor(person, language);
        client.BaseAddress = new Uri("https://localhost");
        return client;
    }

    public static HttpClient ClientWith(this SiteFactory site, string token, string language = "en")
    {
        var client = site.SecureClient(language: language);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A program that the person makes for whom they act for.</summary>
    public static async Task<NewApiClient> ProgramAsync(this SiteFactory site, Actor actor, params string[] scopes) =>
        await site.WithServicesAsync(async services =>
        {
            var create = services.GetRequiredService<CreateApiClient>();
            return (await create.ExecuteAsync("ERP", scopes, actor, TestContext.Current.CancellationToken)).Value;
        });

    public static Task<NewApiClient> ProgramAsync(this SiteFactory site, World.Member owner, params string[] scopes) =>
        site.ProgramAsync(new Actor(owner.UserId, "Owner", MembershipRole.Owner, owner.Company, AgencyId: null), scopes);

    public static async Task<HttpClient> ClientOfAsync(this SiteFactory site, World.Member owner, params string[] scopes) =>
        site.ClientWith(await site.TokenAsync(await site.ProgramAsync(owner, scopes)));

    public static async Task<string> TokenAsync(this SiteFactory site, NewApiClient program)
    {
        using var answer = await site.AskTokenAsync(Credentials(program));
        return (await answer.JsonAsync()).GetProperty("access_token").GetString()!;
    }

    public static (string, string)[] Credentials(NewApiClient program) =>
        [("grant_type", "client_credentials"), ("client_id", program.Id), ("client_secret", program.Secret)];

    public static async Task<HttpResponseMessage> AskTokenAsync(this SiteFactory site, params (string Name, string Value)[] fields)
    {
        using var client = site.SecureClient();
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync("/connect/token", form);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>The code of a problem, after it was seen to be one.</summary>
    public static async Task<string> ProblemCodeAsync(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.JsonAsync()).GetProperty("code").GetString()!;
    }
}
