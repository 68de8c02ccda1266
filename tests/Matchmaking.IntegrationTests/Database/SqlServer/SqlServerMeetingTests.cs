using Xunit;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

public sealed class SqlServerMeetingTests(SqlServerDatabase database)
    : MeetingContract(database),
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
