using System.Data.Common;
using System.Diagnostics;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>The commands that infra/README.md names, on databases of its own, which are dropped after them.</summary>
public sealed class PostgreSqlBackupTests : BackupContract, IAsyncLifetime
{
    private const string Variable = "MATCHMAKING_TEST_POSTGRESQL";
    private const string SkipReason =
        $"Set {Variable} to a connection string to run this on PostgreSQL; its client programs must be there too.";

    private readonly string root = Directory.CreateTempSubdirectory("matchmaking-backup-").FullName;
    private readonly string source = $"matchmaking_source_{Guid.NewGuid():N}";
    private readonly string restored = $"matchmaking_restored_{Guid.NewGuid():N}";
    private readonly List<ServiceProvider> opened = [];

    public static bool IsAvailable => Server is not null;

    protected override IReadOnlyDictionary<string, string> Source => Settings(source);

    protected override IReadOnlyDictionary<string, string> Restored => Settings(restored);

    private static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    public async ValueTask InitializeAsync()
    {
        if (IsAvailable)
        {
            await RunAsync("createdb", source);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in opened)
        {
            await services.DisposeAsync();
        }

        if (IsAvailable)
        {
            await RunAsync("dropdb", "--if-exists", "--force", source);
            await RunAsync("dropdb", "--if-exists", "--force", restored);
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact(SkipUnless = nameof(IsAvailable), Skip = SkipReason)]
    public Task Backup_holds_one_moment_and_restores_every_row() =>
        Copy_taken_while_others_write_is_of_one_moment_and_one_taken_in_peace_is_the_same_in_every_row();

    [Fact(SkipUnless = nameof(IsAvailable), Skip = SkipReason)]
    public Task Partners_are_found_after_a_restore() => Site_on_the_restored_database_finds_the_partners();

    protected override async Task CreateAsync()
    {
        await using var db = Open(Source);
        await db.Database.MigrateAsync(Token);
    }

    protected override AppDbContext Open(IReadOnlyDictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value))
            )
            .Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddData(configuration, dataFolder: string.Empty)
            .BuildServiceProvider();
        lock (opened)
        {
            opened.Add(services);
        }

        return services.CreateScope().ServiceProvider.GetRequiredService<AppDbContext>();
    }

    protected override Task BackUpAsync(string name) =>
        RunAsync("pg_dump", "--format=custom", $"--file={Backup(name)}", $"--dbname={source}");

    protected override async Task RestoreAsync(string name)
    {
        await RunAsync("dropdb", "--if-exists", "--force", restored);
        await RunAsync("createdb", restored);
        await RunAsync("pg_restore", "--exit-on-error", $"--dbname={restored}", Backup(name));
    }

    private static async Task RunAsync(string program, params string[] args)
    {
        var server = new DbConnectionStringBuilder { ConnectionString = Server };
        var start = new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardError = true };
        foreach (
            var (key, variable) in new[] { ("Host", "PGHOST"), ("Port", "PGPORT"), ("Username", "PGUSER"), ("Password", "PGPASSWORD") }
        )
        {
            if (server.TryGetValue(key, out var value))
            {
                start.Environment[variable] = $"{value}";
            }
        }

        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, $"{program}: {error}");
    }

    private string Backup(string name) => Path.Combine(root, $"{name}.dump");

    private Dictionary<string, string> Settings(string database) =>
        new()
        {
            ["Data__Folder"] = Directory.CreateDirectory(Path.Combine(root, database)).FullName,
            ["Database__Provider"] = "PostgreSql",
            ["Database__ConnectionString"] = new DbConnectionStringBuilder
            {
                ConnectionString = Server ?? string.Empty,
                ["Database"] = database,
                // A connection kept from before would be to the database that was dropped.
                ["Pooling"] = "false",
            }.ConnectionString,
        };
}
