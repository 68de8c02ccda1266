using Matchmaking.Core.Data;
using Matchmaking.Core.Data.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Hosting;

/// <summary>Whether the invented firms are in the database: every page says so then.</summary>
public sealed class DemonstrationState
{
    public bool IsLoaded { get; internal set; }
}

/// <summary>On the first start in Development, an empty database gets the demonstration data. Runs after <see cref="DatabaseStartup"/>.</summary>
internal sealed class DemonstrationStartup(IServiceScopeFactory scopes, IHostEnvironment environment, DemonstrationState state)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (environment.IsDevelopment() && !await db.Users.AnyAsync(cancellationToken) && !await db.Companies.AnyAsync(cancellationToken))
        {
            await scope.ServiceProvider.GetRequiredService<LoadDemonstration>().ExecuteAsync(cancellationToken);
        }

        state.IsLoaded = await LoadDemonstration.IsLoadedAsync(db, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
