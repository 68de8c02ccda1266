using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Matchmaking.Benchmarks;

/// <summary>The built executable, from its start on the existing database and index to the first answer that it is ready.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkSite site)
    {
        var folder = Directory.CreateTempSubdirectory("matchmaking-start-").FullName;
        try
        {
            await CopyAsync(site, folder);
            // As on a machine that has run the site before: keys written, files in the cache of the disk.
            await StartAsync(folder);
            return [new TimeFigure("start to ready", await StartAsync(folder), TimeSpan.FromSeconds(5))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CopyAsync(BenchmarkSite site, string folder)
    {
        // Whole files: nothing writes now, and the database is copied by itself.
        await using (var source = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(site.Folder, "matchmaking.db")}"))
        await using (
            var target = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "matchmaking.db")};Pooling=False")
        )
        {
            await source.OpenAsync();
            await target.OpenAsync();
            source.BackupDatabase(target);
        }

        var index = Path.Combine(site.Folder, "index");
        foreach (
            var file in Directory
                .EnumerateFiles(index, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) is not ("in-use" or "write.lock"))
        )
        {
            var copy = Path.Combine(folder, "index", Path.GetRelativePath(index, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<TimeSpan> StartAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var site = typeof(StartBenchmark)
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
                "--environment=Production",
                "--Logging:LogLevel:Default=Warning",
            },
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        try
        {
            using var client = new HttpClient();
            while (!await IsReadyAsync(client, address))
            {
                if (process.HasExited || watch.Elapsed > Patience)
                {
                    throw new InvalidOperationException("The site did not start.");
                }

                await Task.Delay(Pause);
            }

            return watch.Elapsed;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
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
