using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>A server that a test may kill, started by the script that the variable names.</summary>
internal sealed class OwnElasticsearch : IAsyncDisposable
{
    public const string Variable = "MATCHMAKING_TEST_ELASTICSEARCH_SCRIPT";

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-elasticsearch-").FullName;
    private readonly int port = FreePort();
    private readonly string script;

    private OwnElasticsearch(string script) => this.script = script;

    public Uri Address => new($"http://localhost:{port}");

    /// <summary>Skips the test that asks where there is no script.</summary>
    public static async Task<OwnElasticsearch> StartAsync()
    {
        var found = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(found), $"Set {Variable} to a script that starts and kills servers to run this.");
        var server = new OwnElasticsearch(found!);
        await server.StartAgainAsync();
        return server;
    }

    public Task StartAgainAsync() => RunAsync("start", "8", $"{port}", folder);

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => RunAsync("kill", folder);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("kill", folder);
        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync(params string[] arguments)
    {
        // The server outlives the script and holds what it was given of it, so nothing of its output is read.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", script, .. arguments])
        {
            Environment = { ["ELASTICSEARCH_HEAP"] = "512m" },
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
