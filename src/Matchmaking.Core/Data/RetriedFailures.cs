using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Matchmaking.Core.Data;

/// <summary>
/// Which failures of a server pass by themselves, so that the statement, or the save as a whole, is tried again. SQLite has no
/// server: its writers wait for each other.
/// </summary>
internal static class RetriedFailures
{
    /// <summary>A server that is stopped or fails over; broken connections, deadlocks (40P01) and serialisation failures (40001) are known to the provider.</summary>
    private static readonly string[] Restarts = [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown];

    private const int Attempts = 6;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    public static void RetryFailures(this NpgsqlDbContextOptionsBuilder server) =>
        server.EnableRetryOnFailure(Attempts, LongestDelay, Restarts);

    /// <summary>The provider knows deadlocks (1205), broken connections and what a managed server answers while it moves.</summary>
    public static void RetryFailures(this SqlServerDbContextOptionsBuilder server) =>
        server.EnableRetryOnFailure(Attempts, LongestDelay, errorNumbersToAdd: null);
}
