using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Matchmaking.Core.Data;

/// <summary>Copies of the embedded database as one file each. The file holds everything: people, firms, sign-in keys, messages that wait.</summary>
public static class SqliteBackup
{
    /// <summary>How long somebody else's transaction is waited for.</summary>
    private const int BusySeconds = 5;

    /// <summary>Writes what was committed when the copying began, while the site goes on writing; readable for its owner alone.</summary>
    /// <param name="target">Must not exist.</param>
    /// <exception cref="IOException">The target exists, or the copy is not sound.</exception>
    public static async Task<BackupContent> WriteAsync(string connectionString, string target, CancellationToken cancellationToken)
    {
        if (File.Exists(target))
        {
            throw new IOException($"{target} exists already.");
        }

        var unfinished = $"{target}.unfinished";
        File.Delete(unfinished);
        Own(unfinished);
        try
        {
            await using (var source = await OpenAsync(PathOf(connectionString), SqliteOpenMode.ReadOnly, cancellationToken))
            await using (var copy = await OpenAsync(unfinished, SqliteOpenMode.ReadWrite, cancellationToken))
            {
                source.BackupDatabase(copy);
                // One file, without a log beside it.
                await ScalarAsync(copy, "PRAGMA journal_mode = DELETE", cancellationToken);
            }

            var content = await ReadAsync(unfinished, cancellationToken);
            File.Move(unfinished, target);
            return content;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Looks through the whole file.</summary>
    /// <exception cref="IOException">It is no sound copy of this product's database.</exception>
    public static async Task<BackupContent> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var copy = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellationToken);
            return await ScalarAsync(copy, "PRAGMA integrity_check", cancellationToken) is "ok"
                ? await ContentAsync(copy, cancellationToken)
                : throw new IOException($"{file} is damaged.");
        }
        catch (SqliteException exception)
        {
            throw new IOException($"{file} is no database of this product: {exception.Message}", exception);
        }
    }

    /// <summary>Puts the copy in the place of the database, which is kept beside it as <c>….replaced-</c> and the time.</summary>
    /// <returns>The path of what was replaced, or null.</returns>
    /// <exception cref="IOException">Somebody has the database open.</exception>
    public static async Task<string?> RestoreAsync(string file, string connectionString, CancellationToken cancellationToken)
    {
        var target = PathOf(connectionString);
        var unfinished = $"{target}.unfinished";
        File.Delete(unfinished);
        Own(unfinished);
        await using (var from = File.OpenRead(file))
        await using (var to = new FileStream(unfinished, FileMode.Open, FileAccess.Write))
        {
            await from.CopyToAsync(to, cancellationToken);
            to.Flush(flushToDisk: true);
        }

        await using (var copy = await OpenAsync(unfinished, SqliteOpenMode.ReadWrite, cancellationToken))
        {
            // As the site's own databases are: readers do not wait for writers.
            await ScalarAsync(copy, "PRAGMA journal_mode = WAL", cancellationToken);
        }

        var replaced = File.Exists(target) ? await SetAsideAsync(target, cancellationToken) : null;
        File.Delete($"{target}-wal");
        File.Delete($"{target}-shm");
        File.Move(unfinished, target);
        return replaced;
    }

    public static string PathOf(string connectionString) =>
        Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    private static async Task<string> SetAsideAsync(string target, CancellationToken cancellationToken)
    {
        await using (var present = await OpenAsync(target, SqliteOpenMode.ReadWrite, cancellationToken))
        {
            try
            {
                // Takes the log in; succeeds for whoever is alone with the database.
                await ScalarAsync(present, "PRAGMA journal_mode = DELETE", cancellationToken);
            }
            catch (SqliteException exception)
            {
                throw new IOException($"{target} is in use: stop the site first.", exception);
            }
        }

        var aside = string.Create(
            CultureInfo.InvariantCulture,
            $"{target}.replaced-{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}"
        );
        File.Move(target, aside);
        return aside;
    }

    private static async Task<BackupContent> ContentAsync(SqliteConnection copy, CancellationToken cancellationToken)
    {
        var migrations = await ListAsync(copy, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", cancellationToken);
        var tables = await ListAsync(
            copy,
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'",
            cancellationToken
        );
        var rows = 0L;
        foreach (var table in tables)
        {
            rows += Convert.ToInt64(
                await ScalarAsync(copy, $"SELECT COUNT(*) FROM \"{table}\"", cancellationToken),
                CultureInfo.InvariantCulture
            );
        }

        return new BackupContent(tables.Count, rows, migrations);
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = BusySeconds,
            }.ConnectionString
        );
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<List<string>> ListAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            list.Add(reader.GetString(0));
        }

        return list;
    }

    /// <summary>An empty file that nobody else may read: what comes into it are secrets.</summary>
    private static void Own(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var created = new FileStream(file, options);
    }
}

/// <param name="Migrations">The schema that it was written with, the oldest first.</param>
public sealed record BackupContent(int Tables, long Rows, IReadOnlyList<string> Migrations);
