using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

/// <summary>The questions that are asked all day, planned by the server over tables that are not small.</summary>
public sealed class QueryPlanTests(FilledDatabase database) : IClassFixture<FilledDatabase>, IAsyncLifetime
{
    public static TheoryData<string> Names => [.. HotQueries.All.Select(query => query.Name)];

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgreSqlDatabase.IsAvailable, PostgreSqlDatabase.SkipReason);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_large_table_is_read_whole(string name)
    {
        var query = HotQueries.All.Single(query => query.Name == name);

        var plans = await PlanAsync(query.AskAsync);

        Assert.NotEqual(0, plans.Seen);
        Assert.Empty(plans.ReadWhole.Except(query.Whole));
    }

    [Fact]
    public async Task A_question_that_no_index_answers_is_named()
    {
        var plans = await PlanAsync(
            (services, _) => services.GetRequiredService<AppDbContext>().OutboxMessages.AnyAsync(message => message.LastError == "none")
        );

        Assert.Equal(["OutboxMessages"], plans.ReadWhole);
    }

    private async Task<QueryPlans> PlanAsync(Func<IServiceProvider, HotSubject, Task> ask)
    {
        var plans = new QueryPlans(database.Connection);
        await using var services = HotQueries.Services(() => database.Open(plans));
        await using var scope = services.CreateAsyncScope();
        await ask(scope.ServiceProvider, database.Subject);
        return plans;
    }
}
