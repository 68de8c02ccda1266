using Matchmaking.Core.Matching.Indexing.Rebuilds;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>
/// The data folder of a site that was started once, without anybody in it. Every other site of the tests begins with a copy: to make the
/// database, its keys and an index takes longer than most tests.
/// </summary>
internal static class StartedData
{
    private static readonly Lazy<Task<string>> Folder = new(MakeAsync);

    public static void CopyTo(string folder)
    {
        var started = Folder.Value.GetAwaiter().GetResult();
        foreach (var file in new DirectoryInfo(started).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(started, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            // Lock files are empty. A process that another test has just started may hold one longer than the site that is gone.
            if (file.Length > 0)
            {
                file.CopyTo(copy);
            }
        }
    }

    private static async Task<string> MakeAsync()
    {
        await using var first = new SiteFactory(onPostgreSql: false, isFirst: true);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DataFiles.Delete(first.DataFolder);
        await Eventually.TrueAsync(() =>
            first.WithDatabaseAsync(db => db.Set<IndexRebuild>().AnyAsync(rebuild => rebuild.State == IndexRebuildState.Done))
        );
        return first.DataFolder;
    }
}
