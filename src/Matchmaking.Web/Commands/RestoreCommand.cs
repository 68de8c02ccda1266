using System.CommandLine;
using System.Globalization;
using Matchmaking.Core.Data;
using Matchmaking.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Commands;

/// <summary><c>restore --from FILE [--replace]</c></summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var source = new Option<string>("--from") { Description = "A file that backup wrote", Required = true };
        var replace = new Option<bool>("--replace") { Description = "Take the place of the present database, which is kept beside it" };
        var command = new Command("restore", "Puts a backup of the embedded database in place. Stop the site first.") { source, replace };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    Path.GetFullPath(parsed.GetValue(source)!),
                    parsed.GetValue(replace),
                    parsed.InvocationConfiguration.Output,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string source, bool replace, TextWriter output, CancellationToken cancellationToken)
    {
        if (!File.Exists(source))
        {
            throw new FileNotFoundException($"{source} does not exist.");
        }

        await using var host = CommandHost.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var connection = EmbeddedDatabase.Of(db, "pg_restore, or RESTORE DATABASE on SQL Server");
        if (!replace && File.Exists(SqliteBackup.PathOf(connection)))
        {
            throw new BadInputException(SqliteBackup.PathOf(connection), null, null, "exists; --replace puts the backup in its place.");
        }

        var content = await SqliteBackup.ReadAsync(source, cancellationToken);
        if (content.Migrations.Except(db.Database.GetMigrations()).ToList() is [var unknown, ..])
        {
            throw new BadInputException(source, null, null, $"was written by another version of the product: its schema has {unknown}.");
        }

        var replaced = await SqliteBackup.RestoreAsync(source, connection, cancellationToken);
        // It may know more than the database now does, and rebuilding loses nothing.
        Directory.Delete(scope.ServiceProvider.GetRequiredService<DataFolder>().Sub("index"), recursive: true);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{content.Rows} rows of {content.Tables} tables in {SqliteBackup.PathOf(connection)}"
            )
        );
        if (replaced is not null)
        {
            await output.WriteLineAsync($"what was there before: {replaced}");
        }

        await output.WriteLineAsync("An embedded index is built anew at the next start; on a search server run rebuild-index.");
        return ExitCode.Done;
    }
}
