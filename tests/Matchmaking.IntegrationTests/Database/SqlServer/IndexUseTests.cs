using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

/// <summary>The questions that are asked all day, in the words in which SQL Server would get them.</summary>
public sealed class IndexUseTests
{
    private static readonly HotSubject Subject = new(
        Guid.CreateVersion7(),
        CompanyId.New(),
        AgencyId.New(),
        [CompanyId.New()],
        [
            new ListingText(
                ListingId.New(),
                ListingKind.Offer,
                new ListingContent
                {
                    Language = LanguageCode.Ko,
                    Title = "동박",
                    Text = "",
                },
                DateOnly.MinValue
            ),
        ]
    );

    public static TheoryData<string> Names => [.. HotQueries.All.Select(query => query.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_table_is_asked_by_a_column_that_an_index_begins_with(string name)
    {
        var query = HotQueries.All.Single(query => query.Name == name);

        var use = await AskAsync(query.AskAsync);

        Assert.NotEqual(0, use.Seen);
        Assert.Empty(use.ReadWhole.Except(query.Whole));
    }

    [Fact]
    public async Task A_question_that_no_index_answers_is_named()
    {
        var use = await AskAsync(
            (services, _) =>
                services.GetRequiredService<AppDbContext>().OutboxMessages.Where(message => message.LastError == "none").ToListAsync()
        );

        Assert.Equal(["OutboxMessages"], use.ReadWhole);
        Assert.Equal(1, use.Seen);
    }

    private static async Task<IndexUse> AskAsync(Func<IServiceProvider, HotSubject, Task> ask)
    {
        using var model = SqlServerScript.Context();
        var use = new IndexUse(model.GetService<Microsoft.EntityFrameworkCore.Metadata.IDesignTimeModel>().Model.GetRelationalModel());
        var options = new DbContextOptionsBuilder<SqlServerAppDbContext>().UseSqlServer("Server=none").AddInterceptors(use).Options;
        await using var services = HotQueries.Services(() => new SqlServerAppDbContext(options));
        await using var scope = services.CreateAsyncScope();
        await ask(scope.ServiceProvider, Subject);
        return use;
    }
}
