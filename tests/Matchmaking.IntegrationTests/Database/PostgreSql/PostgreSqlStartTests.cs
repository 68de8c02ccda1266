using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

public sealed class PostgreSqlStartTests
{
    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_server_make_one_database()
    {
        Assert.SkipUnless(PostgreSqlDatabase.IsAvailable, PostgreSqlDatabase.SkipReason);
        var connection = PostgreSqlDatabase.ConnectionTo($"matchmaking_nodes_{Guid.NewGuid():N}");
        await using var services = DatabaseFixture.Services("PostgreSql", connection);

        await Race.AllAsync(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    (Func<Task<bool>>)(
                        async () =>
                        {
                            await using var node = services.CreateAsyncScope();
                            await node.ServiceProvider.GetRequiredService<AppDbContext>().BringUpToDateAsync(CancellationToken.None);
                            return true;
                        }
                    )
                )
        );

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        Assert.Single(await db.Database.GetAppliedMigrationsAsync());
        Assert.False(await db.Companies.AnyAsync());
        await db.Database.EnsureDeletedAsync();
    }

    [Fact]
    public async Task A_server_that_lets_nobody_in_is_named_in_one_line()
    {
        Assert.SkipUnless(PostgreSqlDatabase.IsAvailable, PostgreSqlDatabase.SkipReason);
        var connection = new NpgsqlConnectionStringBuilder(PostgreSqlDatabase.ConnectionTo("postgres")) { Username = "nobody_at_all" };
        await using var services = DatabaseFixture.Services("PostgreSql", connection.ConnectionString);
        await using var scope = services.CreateAsyncScope();

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            scope.ServiceProvider.GetRequiredService<AppDbContext>().BringUpToDateAsync(CancellationToken.None)
        );

        Assert.Contains("'postgres'", refused.Message);
        Assert.Contains("nobody_at_all", refused.Message);
        Assert.DoesNotContain('\n', refused.ToString());
    }
}
