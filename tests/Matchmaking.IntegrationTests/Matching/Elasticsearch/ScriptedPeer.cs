using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Matchmaking.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>Answers as a search server would and keeps nothing but its indices' names; tests say where it is to do otherwise.</summary>
internal sealed class ScriptedPeer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, JsonObject> indices = new(StringComparer.Ordinal);

    private ScriptedPeer(string version)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var request = new PeerRequest(http.Request.Method, http.Request.Path.Value!.TrimStart('/'), await reader.ReadToEndAsync());
            Requests.Enqueue(request);
            if (!await Script(http, request))
            {
                await http.Response.WriteAsJsonAsync(Answer(request, version));
            }
        });
    }

    public Uri Address => new(app.Urls.Single());

    public ConcurrentQueue<PeerRequest> Requests { get; } = [];

    /// <summary>True when it has answered, or hung up.</summary>
    public Func<HttpContext, PeerRequest, Task<bool>> Script { get; set; } = (_, _) => Task.FromResult(false);

    public IReadOnlyList<PeerRequest> Bulks => [.. Requests.Where(request => request.Path == "_bulk")];

    public static async Task<ScriptedPeer> StartAsync(string version = "9.1.0")
    {
        var peer = new ScriptedPeer(version);
        await peer.app.StartAsync();
        return peer;
    }

    /// <summary>An answer of one item for each that was asked for.</summary>
    /// <param name="status">By the item's id.</param>
    public static JsonObject BulkAnswer(PeerRequest request, Func<string, (int Status, string? Error)> status)
    {
        var items = request.ItemIds.Select(id =>
        {
            var (code, error) = status(id);
            var outcome = new JsonObject { ["_id"] = id, ["status"] = code };
            if (error is not null)
            {
                outcome["error"] = new JsonObject { ["type"] = error, ["reason"] = "as scripted" };
            }

            return (JsonNode)new JsonObject { ["index"] = outcome };
        });
        return new JsonObject { ["errors"] = true, ["items"] = new JsonArray([.. items]) };
    }

    /// <summary>The engine on these nodes.</summary>
    public static ServiceProvider Process(params Uri[] nodes)
    {
        var settings = nodes.Select((node, place) => KeyValuePair.Create($"Search:Elasticsearch:Nodes:{place}", (string?)$"{node}"));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([.. settings, new("Search:Engine", "Elasticsearch"), new("Language:Encoder", "None")])
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new HastyClock())
            .AddSearch(configuration, folder: string.Empty)
            .BuildServiceProvider();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private JsonObject Answer(PeerRequest request, string version)
    {
        switch (request)
        {
            case { Path: "" }:
                return new JsonObject { ["version"] = new JsonObject { ["number"] = version } };
            case { Path: "_bulk" }:
                return BulkAnswer(request, _ => (201, null));
            case { Path: "_msearch" }:
                return new JsonObject
                {
                    // Two lines a search.
                    ["responses"] = new JsonArray([
                        .. Enumerable
                            .Range(0, request.Body.Count(sign => sign == '\n') / 2)
                            .Select(_ => new JsonObject { ["status"] = 200 }),
                    ]),
                };
            case { Path: "_aliases" }:
                Swap(JsonNode.Parse(request.Body)!);
                break;
            case { Method: "PUT" }:
                indices[request.Path] = JsonNode.Parse(request.Body)!.AsObject();
                break;
            case { Method: "GET" }:
                return new JsonObject(indices.Select(index => KeyValuePair.Create(index.Key, (JsonNode?)index.Value.DeepClone())));
        }

        return new JsonObject { ["count"] = 0 };
    }

    private void Swap(JsonNode body)
    {
        foreach (var step in body["actions"]!.AsArray())
        {
            var (kind, names) = step!.AsObject().Single();
            var aliases = indices[(string)names!["index"]!]["aliases"]!.AsObject();
            if (kind == "add")
            {
                aliases[(string)names["alias"]!] = new JsonObject();
            }
            else
            {
                aliases.Remove((string)names["alias"]!);
            }
        }
    }

    /// <summary>A second of waiting passes in a hundredth of one.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 100 : dueTime, period);
    }
}

internal sealed record PeerRequest(string Method, string Path, string Body)
{
    /// <summary>Of a bulk request, in its order.</summary>
    public IReadOnlyList<string> ItemIds =>
        [
            .. Body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(line => line.TryGetProperty("index", out _))
                .Select(line => line.GetProperty("index").GetProperty("_id").GetString()!),
        ];
}
