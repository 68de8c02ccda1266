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
        foreach (var file in Directory.EnumerateFiles(started, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(started, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> MakeAsync()
    {
        string folder;
        await using (var first = new SiteFactory(onPostgreSql: false, isFirst: true))
        {
            folder = first.DataFolder;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => DataFiles.Delete(folder);
            await Eventually.TrueAsync(() =>
                first.WithDatabaseAsync(db => db.Set<IndexRebuild>().AnyAsync(rebuild => rebuild.State == IndexRebuildState.Done))
            );
        }

        // The thread that ran the site takes it apart, and may not have ended yet.
        await Eventually.TrueAsync(() => Task.FromResult(IsLeft(folder)));
        return folder;
    }

    /// <summary>The last connection takes the log of a database with it.</summary>
    private static bool IsLeft(string folder)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "index"), "*", SearchOption.AllDirectories))
            {
                File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            }

            return !Directory.EnumerateFiles(folder, "*.db-*").Any();
        }
        catch (IOException)
        {
            return false;
        }
    }
}
