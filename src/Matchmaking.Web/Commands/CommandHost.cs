using Matchmaking.Core.Data;
using Matchmaking.Web.Hosting;

namespace Matchmaking.Web.Commands;

/// <summary>The site's services for a verb, on the same configuration and database, with nothing listening and no worker running.</summary>
internal static class CommandHost
{
    /// <summary>The caller disposes the host. The database is at the present schema.</summary>
    public static async Task<WebApplication> StartAsync(CancellationToken cancellationToken)
    {
        var host = Build();
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().BringUpToDateAsync(cancellationToken);
        return host;
    }

    /// <summary>The same for verbs that need no database.</summary>
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                // The controllers are looked for in it, whichever executable runs the verb.
                ApplicationName = typeof(CommandHost).Assembly.GetName().Name,
            }
        );
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.AddMatchmaking();
        return builder.Build();
    }
}
