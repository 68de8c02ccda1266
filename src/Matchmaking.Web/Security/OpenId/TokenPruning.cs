using Matchmaking.Core.Outbox;
using Matchmaking.Web.Hosting;
using OpenIddict.Abstractions;

namespace Matchmaking.Web.Security.OpenId;

/// <summary>Deletes tokens and consents that ended, at the start and every hour, on one node at a time.</summary>
internal sealed class TokenPruning(IServiceScopeFactory scopes, WorkerLeases leases, TimeProvider clock, ILogger<TokenPruning> logger)
    : HourlyWork("openid-pruning", leases, clock, logger)
{
    /// <summary>As long as a refresh token lives: until then a stolen one that is used again ends the whole consent.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    protected override async Task WorkAloneAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = Clock.GetUtcNow() - Kept;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, stoppingToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, stoppingToken);
    }
}
