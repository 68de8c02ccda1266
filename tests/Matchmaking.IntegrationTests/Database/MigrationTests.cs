using Matchmaking.Core.Data;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

public sealed class MigrationTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public void Migrations_of_sqlite_hold_the_whole_model()
    {
        using var db = new SqliteAppDbContext(
            new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite().UseApplicationServiceProvider(site.Services).Options
        );

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Migrations_of_sql_server_hold_the_whole_model()
    {
        using var db = new SqlServerAppDbContext(
            new DbContextOptionsBuilder<SqlServerAppDbContext>().UseSqlServer().UseApplicationServiceProvider(site.Services).Options
        );

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Migrations_of_postgresql_hold_the_whole_model()
    {
        using var db = new PostgreSqlAppDbContext(
            new DbContextOptionsBuilder<PostgreSqlAppDbContext>().UseNpgsql().UseApplicationServiceProvider(site.Services).Options
        );

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
