using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Matchmaking.Core.Data;

/// <summary>
/// Connections to one SQLite file, each lent to one scope at a time and open from its first use on. The library's own pool sets up every
/// connection anew and takes it apart again under one lock: under load requests wait for that lock longer than for their rows.
/// </summary>
internal sealed class SqliteConnections(string connectionString) : IDisposable
{
    private readonly ConcurrentBag<KeptSqliteConnection> waiting = [];
    private readonly string connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
    private volatile bool isDisposed;

    public KeptSqliteConnection Take() =>
        waiting.TryTake(out var connection) ? connection : new KeptSqliteConnection { ConnectionString = connectionString };

    public void Return(KeptSqliteConnection connection)
    {
        // A statement that is still there would go on reading the file as it was.
        if (isDisposed || (connection.Handle is { } handle && raw.sqlite3_next_stmt(handle, null) is not null))
        {
            connection.Dispose();
        }
        else
        {
            waiting.Add(connection);
        }
    }

    public void Dispose()
    {
        isDisposed = true;
        while (waiting.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}

/// <summary>Stays open when Entity Framework closes it, as it does after each query.</summary>
internal sealed class KeptSqliteConnection : SqliteConnection
{
    private bool isEnding;

    public override void Close()
    {
        if (isEnding)
        {
            base.Close();
        }
    }

    protected override void Dispose(bool disposing)
    {
        isEnding = true;
        base.Dispose(disposing);
    }
}

/// <summary>The connection of one scope.</summary>
internal sealed class LentSqliteConnection(SqliteConnections connections) : IDisposable
{
    public KeptSqliteConnection Connection { get; } = connections.Take();

    public void Dispose() => connections.Return(Connection);
}
