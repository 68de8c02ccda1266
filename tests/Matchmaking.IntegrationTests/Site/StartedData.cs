namespace Matchmaking.IntegrationTests.Site;

/// <summary>
/// The data folder of a site that was started once, without anybody in it. Every other site of the tests begins with a copy: to make the
/// database, its keys and an index takes longer than most tests.
/// </summary>
internal static class StartedData
{
    private static readonly Lazy<Task<string>> Folder = new(MakeAsync);

    public static void CopyTo(string folder) => Copy(Folder.Value.GetAwaiter().GetResult(), folder);

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("matchmaking-started-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using var first = new SiteFactory(onPostgreSql: false, isFirst: true);
        await first.RebuildIndexAsync();
        await first.StopAsync();
        Copy(first.DataFolder, folder);
        return folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
