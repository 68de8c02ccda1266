using Matchmaking.IntegrationTests.Site;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>A file and not memory: several connections must be able to race for it.</summary>
public sealed class SqliteDatabase : DatabaseFixture
{
    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-database-").FullName;

    public override async ValueTask InitializeAsync() => await CreateAsync("Sqlite", $"Data Source={Path.Combine(folder, "contract.db")}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        DataFiles.Delete(folder);
    }
}
