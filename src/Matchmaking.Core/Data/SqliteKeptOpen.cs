using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Matchmaking.Core.Data;

/// <summary>
/// Leaves a connection to SQLite open until its context ends. By default each query takes one from the pool and gives it back, and under
/// load requests wait for the pool's lock longer than for their rows.
/// </summary>
internal sealed class SqliteKeptOpen : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionClosing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => ValueTask.FromResult(InterceptionResult.Suppress());
}
