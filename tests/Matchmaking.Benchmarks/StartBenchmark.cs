namespace Matchmaking.Benchmarks;

/// <summary>The built executable, from its start on the existing database and index to the first answer that it is ready.</summary>
internal static class StartBenchmark
{
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
        await using var process = await SiteProcess.StartAsync(folder);
        return process.Starting;
    }
}
