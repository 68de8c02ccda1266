using Matchmaking.Core.Data;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>The verbs, each a process of its own beside the one that writes.</summary>
public sealed class SqliteBackupTests : BackupContract, IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("matchmaking-backup-").FullName;

    public SqliteBackupTests()
    {
        Source = Settings("source");
        Restored = Settings("restored");
    }

    protected override IReadOnlyDictionary<string, string> Source { get; }

    protected override IReadOnlyDictionary<string, string> Restored { get; }

    public void Dispose()
    {
        DataFiles.Delete(Source["Data__Folder"]);
        DataFiles.Delete(Restored["Data__Folder"]);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public Task Backup_holds_one_moment_and_restores_every_row() =>
        Copy_taken_while_others_write_is_of_one_moment_and_one_taken_in_peace_is_the_same_in_every_row();

    [Fact]
    public Task Partners_are_found_after_a_restore() => Site_on_the_restored_database_finds_the_partners();

    [Fact]
    public async Task Restore_refuses_what_would_lose_or_mix_up_data()
    {
        await CreateAsync();
        await BackUpAsync("first");
        var text = Path.Combine(root, "text.db");
        await File.WriteAllTextAsync(text, "no database", Token);
        var newer = Path.Combine(root, "newer.db");
        File.Copy(Backup("first"), newer);
        await using (var db = OpenFile(newer))
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')", Token);
        }

        DataFiles.ClearPool(newer);
        var again = await BuiltVerb.RunAsync(Source, "backup", "--out", Backup("first"));
        var over = await BuiltVerb.RunAsync(Source, "restore", "--from", Backup("first"));
        var noDatabase = await BuiltVerb.RunAsync(Source, "restore", "--from", text, "--replace");
        var later = await BuiltVerb.RunAsync(Source, "restore", "--from", newer, "--replace");
        await using var open = Open(Source);
        await open.Database.OpenConnectionAsync(Token);
        await open.Companies.CountAsync(Token);
        var inUse = await BuiltVerb.RunAsync(Source, "restore", "--from", Backup("first"), "--replace");

        Assert.All([again, over, noDatabase, later, inUse], run => Assert.Equal(2, run.Exit));
        Assert.Contains("exists already", again.Error);
        Assert.Contains("--replace", over.Error);
        Assert.Contains("is no database of this product", noDatabase.Error);
        Assert.Contains("29990101000000_Later", later.Error);
        Assert.Contains("stop the site first", inUse.Error);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup("first")));
        }
    }

    protected override async Task CreateAsync()
    {
        await using var db = Open(Source);
        await db.Database.MigrateAsync(Token);
    }

    protected override AppDbContext Open(IReadOnlyDictionary<string, string> settings) =>
        OpenFile(Path.Combine(settings["Data__Folder"], "matchmaking.db"));

    protected override async Task BackUpAsync(string name) => await DoneAsync(Source, "backup", "--out", Backup(name));

    protected override async Task RestoreAsync(string name)
    {
        DataFiles.ClearPool(Path.Combine(Restored["Data__Folder"], "matchmaking.db"));
        await DoneAsync(Restored, "restore", "--from", Backup(name), "--replace");
    }

    private static SqliteAppDbContext OpenFile(string file) =>
        new(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite($"Data Source={file}").Options);

    private static async Task DoneAsync(IReadOnlyDictionary<string, string> settings, params string[] args)
    {
        var (exit, output, error) = await BuiltVerb.RunAsync(settings, args);
        Assert.True(exit == 0, output + error);
    }

    private string Backup(string name) => Path.Combine(root, $"{name}.backup");

    private Dictionary<string, string> Settings(string name) =>
        new() { ["Data__Folder"] = Directory.CreateDirectory(Path.Combine(root, name)).FullName };
}
