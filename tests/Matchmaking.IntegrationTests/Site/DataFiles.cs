using Microsoft.Data.Sqlite;

namespace Matchmaking.IntegrationTests.Site;

/// <summary>Takes a test's own databases away. Other tests run beside it: their pools of connections are none of its business.</summary>
internal static class DataFiles
{
    public static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        ClearPools(folder);
        Directory.Delete(folder, recursive: true);
    }

    public static void ClearPools(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.db"))
        {
            ClearPool(file);
        }
    }

    public static void ClearPool(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        SqliteConnection.ClearPool(connection);
    }
}
