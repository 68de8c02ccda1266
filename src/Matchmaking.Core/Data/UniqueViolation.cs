using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Matchmaking.Core.Data;

/// <summary>Tells a lost race for a unique key from other failures of a save; the providers number it differently.</summary>
public static class UniqueViolation
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqlServerDuplicateKeyRow = 2601;
    private const int SqlServerConstraint = 2627;

    public static bool Caused(DbUpdateException exception) =>
        exception.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey,
            SqlException sqlServer => sqlServer.Number is SqlServerDuplicateKeyRow or SqlServerConstraint,
            PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation,
            _ => false,
        };
}
