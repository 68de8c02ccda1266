using System.CommandLine;
using System.Globalization;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Commands;

/// <summary><c>backup --out FILE</c></summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var target = new Option<string>("--out") { Description = "The file to write; it must not exist", Required = true };
        var command = new Command(
            "backup",
            "Copies the embedded database into one file while the site runs. Database servers have tools of their own."
        )
        {
            target,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(Path.GetFullPath(parsed.GetValue(target)!), parsed.InvocationConfiguration.Output, cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string target, TextWriter output, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var source = EmbeddedDatabase.Of(db, "pg_dump, or BACKUP DATABASE on SQL Server");
        if (!File.Exists(SqliteBackup.PathOf(source)))
        {
            throw new FileNotFoundException($"{SqliteBackup.PathOf(source)} does not exist: there is nothing to copy.");
        }

        var content = await SqliteBackup.WriteAsync(source, target, cancellationToken);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{content.Rows} rows of {content.Tables} tables in {target}, {new FileInfo(target).Length} bytes"
            )
        );
        return ExitCode.Done;
    }
}

internal static class EmbeddedDatabase
{
    /// <summary>The connection string of the embedded database.</summary>
    /// <param name="tools">What a database server brings for this.</param>
    /// <exception cref="BadInputException">The site keeps its data on a server.</exception>
    public static string Of(AppDbContext db, string tools) =>
        db.Database.IsSqlite()
            ? db.Database.GetConnectionString()!
            : throw new BadInputException(
                "Database:Provider",
                null,
                null,
                $"names a server, which has its own tools for this: {tools}. See infra/README.md."
            );
}
