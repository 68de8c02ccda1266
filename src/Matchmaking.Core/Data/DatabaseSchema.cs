using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Matchmaking.Core.Data;

public static class DatabaseSchema
{
    /// <summary>Brings the database to the present schema. Of several nodes that start at once one does it, and the others wait for it.</summary>
    /// <exception cref="DatabaseUnavailableException">The database cannot be opened, created or changed.</exception>
    public static async Task BringUpToDateAsync(this AppDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            // Migrating also compares the whole model with the last migration, even where nothing is to be done.
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await MigrateAsync(db, cancellationToken);
            }
        }
        catch (Exception exception) when (exception.IsDatabaseFailure())
        {
            throw new DatabaseUnavailableException(db.Database.GetDbConnection(), exception);
        }
    }

    private static async Task MigrateAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var exists = await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken);
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (DbException) when (!exists)
        {
            // Nodes wait for each other once there is a database to hold the lock; which of them creates it is decided by the server.
            await db.Database.MigrateAsync(cancellationToken);
        }
    }
}

/// <summary>One line for whoever starts the site or a verb: which database, where, and what is the matter.</summary>
public sealed class DatabaseUnavailableException(DbConnection connection, Exception cause) : Exception(message: null, cause)
{
    public override string Message { get; } =
        $"The database '{connection.Database}' on '{connection.DataSource}' cannot be used: {cause.GetBaseException().Message.ReplaceLineEndings(" ")}";

    /// <summary>What a log writes: the place in our code says nothing about a server that does not answer.</summary>
    public override string ToString() => Message;
}
