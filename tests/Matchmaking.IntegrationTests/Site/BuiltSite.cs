using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>The built executable as a process of its own, on a free loopback port and a given data folder.</summary>
internal sealed partial class BuiltSite : IDisposable
{
    private readonly Process process;

    private BuiltSite(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Returns when it listens.</summary>
    public static async Task<BuiltSite> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Matchmaking.Web"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--urls=http://127.0.0.1:0",
                $"--Data:Folder={folder}",
                "--Site:Address=http://127.0.0.1",
                "--environment=Production",
            },
        };
        var started = Process.Start(start)!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        started.OutputDataReceived += (_, line) =>
        {
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
        return new BuiltSite(started, await listening.Task.WaitAsync(cancellationToken));
    }

    /// <summary>SIGKILL: nothing in the process gets a chance to finish.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
