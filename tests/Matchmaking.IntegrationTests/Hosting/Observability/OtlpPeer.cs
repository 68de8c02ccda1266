using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Matchmaking.IntegrationTests.Hosting.Observability;

/// <summary>Takes what is sent over OTLP by HTTP, on loopback. Names and texts stand in the protobuf messages as they are.</summary>
internal sealed class OtlpPeer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> received = new(StringComparer.Ordinal);

    private OtlpPeer(WebApplication app)
    {
        this.app = app;
        app.MapPost("/v1/{signal}", TakeAsync);
    }

    public string Address => app.Urls.Single();

    public static async Task<OtlpPeer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var peer = new OtlpPeer(builder.Build());
        peer.app.Urls.Add("http://127.0.0.1:0");
        await peer.app.StartAsync();
        return peer;
    }

    /// <summary>All messages of <c>traces</c>, <c>metrics</c> or <c>logs</c> so far, end to end.</summary>
    public string Text(string signal) => string.Concat(received.GetValueOrDefault(signal)?.Select(Encoding.UTF8.GetString) ?? []);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string signal)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        received.GetOrAdd(signal, _ => new ConcurrentQueue<byte[]>()).Enqueue(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }
}
