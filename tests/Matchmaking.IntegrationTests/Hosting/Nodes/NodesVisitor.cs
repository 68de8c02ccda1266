using System.Net;
using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Hosting.Nodes;

/// <summary>One browser behind a balancer: the same cookies at whichever node it asks.</summary>
internal sealed class NodesVisitor : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false });

    public async Task SignInAsync(BuiltSite node, string mail)
    {
        using var answer = await PostAsync(node, node, "/sign-in", "/sign-in", ("Email", mail), ("Password", Identity.Visitor.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public async Task<HttpStatusCode> GetAsync(BuiltSite node, string path)
    {
        using var answer = await client.GetAsync(new Uri(node.Address, path));
        return answer.StatusCode;
    }

    /// <summary>Reads the form at one node and sends it to another one.</summary>
    public Task<HttpResponseMessage> PostAsync(
        BuiltSite shown,
        BuiltSite asked,
        string page,
        string action,
        params (string Name, string Value)[] fields
    ) => client.SubmitAsync($"{new Uri(shown.Address, page)}", $"{new Uri(asked.Address, action)}", fields);

    public Task<HttpResponseMessage> PostAsync(BuiltSite node, string page, string action, HeldBody body) =>
        client.SubmitAsync($"{new Uri(node.Address, page)}", $"{new Uri(node.Address, action)}", body.Of);

    /// <summary>All listings that the node finds for the word.</summary>
    public async Task<IReadOnlyList<ListingId>> SearchAsync(BuiltSite node, string word)
    {
        var found = new List<ListingId>();
        for (var number = 1; ; number++)
        {
            using var page = JsonDocument.Parse(await client.GetStringAsync(new Uri(node.Address, $"/api/search?q={word}&page={number}")));
            var hits = page.RootElement.GetProperty("hits");
            found.AddRange(
                hits.GetProperty("items")
                    .EnumerateArray()
                    .Select(hit =>
                        ListingId.From(hit.GetProperty("listing").GetProperty("id").GetString() is { } id ? Guid.Parse(id) : default)
                    )
            );
            if (number >= hits.GetProperty("count").GetInt32())
            {
                return found;
            }
        }
    }

    public void Dispose() => client.Dispose();
}
