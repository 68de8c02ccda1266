using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

/// <summary>What the server would refuse, wherever it came from.</summary>
public sealed class PostgreSqlTextTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>, IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgreSqlDatabase.IsAvailable, PostgreSqlDatabase.SkipReason);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("锂{0}电", '\0')]
    [InlineData("half {0}", 0xD842)]
    [InlineData("{0} other half, whole 𠮷 👩‍🔬", 0xDFB7)]
    public async Task What_cannot_be_stored_becomes_a_mark_and_the_rest_stays(string format, int unit)
    {
        var text = format.Replace("{0}", $"{(char)unit}", StringComparison.Ordinal);
        await using var writing = database.Open();
        var lease = new WorkerLease { Name = $"{Guid.NewGuid():N}", Holder = text };
        writing.Add(lease);
        await writing.SaveChangesAsync();

        await using var db = database.Open();
        Assert.Equal(
            format.Replace("{0}", "\uFFFD", StringComparison.Ordinal),
            (await db.WorkerLeases.SingleAsync(item => item.Name == lease.Name)).Holder
        );
    }

    [Fact]
    public async Task Questions_with_such_text_find_nothing_and_fail_nothing()
    {
        await using var db = database.Open();
        var (nul, half) = ("\0", $"{(char)0xD842}");
        var several = new[] { "a", nul, half };

        Assert.False(await db.Companies.AnyAsync(company => company.Profile.Names.Zh.Contains(nul) || company.Profile.Sector == half));
        Assert.False(await db.Companies.AnyAsync(company => several.Contains(company.Profile.Sector)));
    }
}
