using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>A real server that the variables name, or one that a test has started. What a test makes there begins with a prefix of its own.</summary>
internal sealed class ElasticsearchServer(Uri address) : IDisposable
{
    public const string Variable = "MATCHMAKING_TEST_ELASTICSEARCH";
    private const string KeyVariable = $"{Variable}_KEY";
    private const string AuthorityVariable = $"{Variable}_AUTHORITY";

    private readonly HttpClient client = ClientOf(address);

    public Uri Address => address;

    public string Prefix { get; } = $"partners-test-{Guid.NewGuid().ToString("N")[..12]}";

    private static bool IsSecured(Uri address) => address.Scheme == Uri.UriSchemeHttps;

    /// <summary>Skips the test that asks where there is none.</summary>
    public static async Task<ElasticsearchServer> FindAsync(int major, bool secured)
    {
        foreach (
            var address in (Environment.GetEnvironmentVariable(Variable) ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var server = new ElasticsearchServer(new Uri(address));
            if (IsSecured(server.Address) == secured && await server.MajorAsync() == major)
            {
                return server;
            }

            server.Dispose();
        }

        Assert.Skip($"Set {Variable} to the address of {(secured ? "a secured" : "an")} Elasticsearch {major} to run this on it.");
        throw new InvalidOperationException("Skipped.");
    }

    /// <summary>Of the site.</summary>
    public Dictionary<string, string?> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["Search:Engine"] = "Elasticsearch",
            ["Search:Elasticsearch:Nodes:0"] = $"{address}",
            ["Search:Elasticsearch:IndexPrefix"] = Prefix,
            ["Search:Elasticsearch:Replicas"] = "0",
            ["Search:Elasticsearch:ApiKey"] = IsSecured(address) ? Environment.GetEnvironmentVariable(KeyVariable) : null,
            ["Search:Elasticsearch:CertificateAuthority"] = IsSecured(address)
                ? Environment.GetEnvironmentVariable(AuthorityVariable)
                : null,
        };

    public async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException(text);
    }

    public async Task<IReadOnlyList<string>> IndicesAsync() =>
        [.. (await SendAsync(HttpMethod.Get, $"{Prefix}-*?features=aliases")).AsObject().Select(index => index.Key)];

    /// <summary>All that the prefix names.</summary>
    public async Task WipeAsync()
    {
        foreach (var index in await IndicesAsync())
        {
            await SendAsync(HttpMethod.Delete, index);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<int> MajorAsync() =>
        int.Parse((await SendAsync(HttpMethod.Get, string.Empty))["version"]!["number"]!.GetValue<string>().Split('.')[0], null);

    private static HttpClient ClientOf(Uri address)
    {
        var handler = new SocketsHttpHandler();
        var made = new HttpClient(handler) { BaseAddress = address };
        if (IsSecured(address))
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.ImportFromPemFile(Environment.GetEnvironmentVariable(AuthorityVariable)!);
            handler.SslOptions.CertificateChainPolicy = policy;
            made.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "ApiKey",
                Environment.GetEnvironmentVariable(KeyVariable)
            );
        }

        return made;
    }
}
