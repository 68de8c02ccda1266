using System.Data.Common;
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
        var connection = WithPassword(configuration["Database:ConnectionString"], configuration["Database:Password"]);
        switch (configuration["Database:Provider"])
        {
            case null or "" or "Sqlite":
                connection ??= $"Data Source={Path.Combine(dataFolder, "matchmaking.db")}";
                return services.AddDbContext<AppDbContext, SqliteAppDbContext>(
                    (provider, options) =>
                        options.UseSqlite(connection).AddInterceptors(provider.GetRequiredService<OutboxWakeInterceptor>())
                );
            case "SqlServer":
                return services.AddDbContext<AppDbContext, SqlServerAppDbContext>(
                    (provider, options) =>
                        options
                            .UseSqlServer(connection, server => server.EnableRetryOnFailure())
                            .AddInterceptors(provider.GetRequiredService<OutboxWakeInterceptor>())
                );
            case var unknown:
                throw new InvalidOperationException($"Database:Provider is '{unknown}'; allowed: Sqlite, SqlServer.");
        }
    }

    /// <summary>The password may come from a secret store of its own.</summary>
    private static string? WithPassword(string? connection, string? password) =>
        string.IsNullOrEmpty(connection) || string.IsNullOrEmpty(password)
            ? connection
            : new DbConnectionStringBuilder { ConnectionString = connection, ["Password"] = password }.ConnectionString;
}
