using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Matchmaking.Benchmarks;

/// <summary>The built executable on a folder that is filled already.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private SiteProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>From its start to the first answer that it is ready.</summary>
    public TimeSpan Starting { get; private set; }

    /// <summary>That it has spent so far, on all cores.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>In bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<SiteProcess> StartAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var site = typeof(SiteProcess)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(value => value.Key == "Site")
            .Value!;
        var start = new ProcessStartInfo(site)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            ArgumentList =
            {
                $"--urls={address}",
                $"--Data:Folder={folder}",
                "--Site:Address=http://localhost",
                "--environment=Production",
                "--Logging:LogLevel:Default=Warning",
            },
        };
        var watch = Stopwatch.StartNew();
        var started = new SiteProcess(Process.Start(start)!, address);
        started.process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        started.process.BeginOutputReadLine();
        try
        {
            using var client = new HttpClient();
            while (!await IsReadyAsync(client, address))
            {
                if (started.process.HasExited || watch.Elapsed > Patience)
                {
                    throw new InvalidOperationException("The site did not start.");
                }

                await Task.Delay(Pause);
            }

            started.Starting = watch.Elapsed;
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
