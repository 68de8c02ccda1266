using Xunit;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

public sealed class PostgreSqlMeetingTests(PostgreSqlDatabase database)
    : MeetingContract(database),
        IClassFixture<PostgreSqlDatabase>,
        IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgreSqlDatabase.IsAvailable, PostgreSqlDatabase.SkipReason);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
