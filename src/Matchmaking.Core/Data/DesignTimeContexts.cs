using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Matchmaking.Core.Data;

/// <summary>For <c>dotnet ef</c>, which needs no server to write a migration.</summary>
internal sealed class DesignTimeContexts
    : IDesignTimeDbContextFactory<SqliteAppDbContext>,
        IDesignTimeDbContextFactory<SqlServerAppDbContext>,
        IDesignTimeDbContextFactory<PostgreSqlAppDbContext>
{
    SqliteAppDbContext IDesignTimeDbContextFactory<SqliteAppDbContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=:memory:").Options);

    SqlServerAppDbContext IDesignTimeDbContextFactory<SqlServerAppDbContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerAppDbContext>().UseSqlServer("Server=localhost").Options);

    PostgreSqlAppDbContext IDesignTimeDbContextFactory<PostgreSqlAppDbContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlAppDbContext>().UseNpgsql("Host=localhost").Options);
}
