using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>The built executable as a process of its own, on a free loopback port and a given data folder.</summary>
internal sealed partial class BuiltSite : IDisposable
{
    private readonly Process process;

    private BuiltSite(Process process, Uri address, ConcurrentQueue<string> lines)
    {
        this.process = process;
        Address = address;
        Lines = lines;
    }

    public Uri Address { get; }

    public int ProcessId => process.Id;

    /// <summary>What it wrote to its standard output so far.</summary>
    public ConcurrentQueue<string> Lines { get; }

    public static Task<BuiltSite> StartAsync(string folder, CancellationToken cancellationToken) =>
        StartAsync(new Dictionary<string, string> { ["Data__Folder"] = folder }, cancellationToken);

    /// <summary>Returns when it listens.</summary>
    /// <param name="environment">Its configuration.</param>
    public static async Task<BuiltSite> StartAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Matchmaking.Web"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList = { "--urls=http://127.0.0.1:0", "--Site:Address=http://127.0.0.1", "--environment=Production" },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        var lines = new ConcurrentQueue<string>();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        started.OutputDataReceived += (_, line) =>
        {
            lines.Enqueue(line.Data ?? string.Empty);
            if (line.Data is null)
            {
                listening.TrySetException(new InvalidOperationException("The site ended before it listened."));
            }
            else if (Listening().Match(line.Data) is { Success: true } found)
            {
                listening.TrySetResult(new Uri(found.Groups["address"].Value));
            }
        };
        started.BeginOutputReadLine();
        return new BuiltSite(started, await listening.Task.WaitAsync(cancellationToken), lines);
    }

    /// <summary>SIGKILL: nothing in the process gets a chance to finish.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>SIGTERM, as a supervisor stops it.</summary>
    /// <returns>Its exit code, once it has ended by itself.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await signal.WaitForExitAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http[^\s""]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
