using Npgsql;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

/// <summary>A database made for these tests on the server that the variable names, and dropped after them; nothing when it names none.</summary>
public sealed class PostgreSqlDatabase : DatabaseFixture
{
    public const string Variable = "MATCHMAKING_TEST_POSTGRESQL";
    public const string SkipReason = $"Set {Variable} to a connection string to run this on PostgreSQL.";

    private static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    public static bool IsAvailable => Server is not null;

    /// <summary>To a database of that name, which need not be there, on the server of the variable.</summary>
    public static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 40 }.ConnectionString;

    /// <summary>Whoever is still connected is cut off.</summary>
    public static void Drop(string connection)
    {
        using var server = new NpgsqlConnection(ConnectionTo("postgres"));
        server.Open();
        using var drop = server.CreateCommand();
        drop.CommandText = $"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connection).Database}\" WITH (FORCE)";
        drop.ExecuteNonQuery();
    }

    public override async ValueTask InitializeAsync()
    {
        if (IsAvailable)
        {
            await CreateAsync("PostgreSql", ConnectionTo($"matchmaking_contract_{Guid.NewGuid():N}"));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (IsAvailable)
        {
            await using var db = Open();
            await db.Database.EnsureDeletedAsync();
        }

        await base.DisposeAsync();
    }
}
