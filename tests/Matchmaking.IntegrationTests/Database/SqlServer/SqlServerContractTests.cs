using Xunit;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

public sealed class SqlServerContractTests(SqlServerDatabase database)
    : DatabaseContract(database),
        IClassFixture<SqlServerDatabase>,
        IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(SqlServerDatabase.IsAvailable, SqlServerDatabase.SkipReason);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
