using Microsoft.Data.SqlClient;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

/// <summary>A database made for these tests on the server that the variable names, and dropped after them; nothing when it names none.</summary>
public sealed class SqlServerDatabase : DatabaseFixture
{
    public const string Variable = "MATCHMAKING_TEST_SQLSERVER";
    public const string SkipReason = $"Set {Variable} to a connection string to run this on SQL Server.";

    private static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    public static bool IsAvailable => Server is not null;

    public override async ValueTask InitializeAsync()
    {
        if (Server is not null)
        {
            var name = $"matchmaking_contract_{Guid.NewGuid():N}";
            await CreateAsync("SqlServer", new SqlConnectionStringBuilder(Server) { InitialCatalog = name }.ConnectionString);
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
