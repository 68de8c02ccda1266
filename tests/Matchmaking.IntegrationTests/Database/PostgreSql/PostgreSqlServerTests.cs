using System.Data.Common;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

public sealed class PostgreSqlServerTests(PostgreSqlDatabase database)
    : ServerContract(database),
        IClassFixture<PostgreSqlDatabase>,
        IAsyncLifetime
{
    private readonly PostgreSqlDatabase database = database;

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgreSqlDatabase.IsAvailable, PostgreSqlDatabase.SkipReason);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_connection_that_the_server_cuts_before_the_commit_is_replaced_and_the_save_repeated()
    {
        await using var db = database.Open(new CutOff());
        var lease = new WorkerLease { Name = $"{Guid.NewGuid():N}", Holder = "a" };
        db.Add(lease);

        await db.SaveChangesAsync();

        await using var reading = database.Open();
        Assert.Equal("a", (await reading.WorkerLeases.SingleAsync(item => item.Name == lease.Name)).Holder);
    }

    /// <summary>An administrator ends the first connection that is about to commit.</summary>
    private sealed class CutOff : DbTransactionInterceptor
    {
        private bool hasCut;

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            if (!hasCut)
            {
                hasCut = true;
                await using var administrator = new NpgsqlConnection(PostgreSqlDatabase.ConnectionTo("postgres"));
                await administrator.OpenAsync(cancellationToken);
                await using var cut = administrator.CreateCommand();
                cut.CommandText = $"SELECT pg_terminate_backend({((NpgsqlConnection)transaction.Connection!).ProcessID}, 5000)";
                await cut.ExecuteNonQueryAsync(cancellationToken);
            }

            return result;
        }
    }
}
