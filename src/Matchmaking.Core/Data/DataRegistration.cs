using System.Data.Common;
using Matchmaking.Core.Data.PostgreSql;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Data;

/// <summary>The choice of the database, by <c>Database:Provider</c>.</summary>
public static class DataRegistration
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxWakeInterceptor>();
        services.AddScoped<OutboxWriter>();
        services.AddScoped<PruneSaveReceipts>();
        var connection = WithPassword(configuration["Database:ConnectionString"], configuration["Database:Password"]);
        return configuration["Database:Provider"] switch
        {
            null or "" or "Sqlite" => services
                .AddSingleton(_ => new SqliteConnections(connection ?? $"Data Source={Path.Combine(dataFolder, "matchmaking.db")}"))
                .AddScoped<LentSqliteConnection>()
                .AddContext<SqliteAppDbContext>(
                    (provider, options) => options.UseSqlite(provider.GetRequiredService<LentSqliteConnection>().Connection)
                ),
            "SqlServer" => services.AddContext<SqlServerAppDbContext>(
                (_, options) => options.UseSqlServer(Needed(connection), server => server.RetryFailures())
            ),
            "PostgreSql" => services.AddContext<PostgreSqlAppDbContext>(
                (_, options) =>
                    options.UseNpgsql(Needed(connection), server => server.RetryFailures()).AddInterceptors(new PostgreSqlText())
            ),
            var unknown => throw new InvalidOperationException(
                $"Database:Provider is '{unknown}'; allowed: Sqlite, SqlServer, PostgreSql."
            ),
        };
    }

    private static IServiceCollection AddContext<TContext>(
        this IServiceCollection services,
        Action<IServiceProvider, DbContextOptionsBuilder> configure
    )
        where TContext : AppDbContext =>
        services.AddDbContext<AppDbContext, TContext>(
            (provider, options) =>
            {
                configure(provider, options);
                options.AddInterceptors(provider.GetRequiredService<OutboxWakeInterceptor>());
            }
        );

    private static string Needed(string? connection) =>
        connection ?? throw new InvalidOperationException("Database:ConnectionString is not set; a database server needs it.");

    /// <summary>The password may come from a secret store of its own.</summary>
    private static string? WithPassword(string? connection, string? password) =>
        string.IsNullOrEmpty(connection) ? null
        : string.IsNullOrEmpty(password) ? connection
        : new DbConnectionStringBuilder { ConnectionString = connection, ["Password"] = password }.ConnectionString;
}
