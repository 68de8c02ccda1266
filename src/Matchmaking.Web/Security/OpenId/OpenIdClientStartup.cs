using Matchmaking.Core.Outbox;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Matchmaking.Web.Security.OpenId;

/// <summary>Makes the clients of the code flow in the database those of the configuration, at the start and on one node at a time.</summary>
internal sealed class OpenIdClientStartup(IServiceScopeFactory scopes, WorkerLeases leases, IOptions<OpenIdOptions> options)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (options.Value.Clients.Count == 0 && !await RemovedAsync(applications, cancellationToken).AnyAsync(cancellationToken))
        {
            return;
        }

        await using var lease = await leases.AcquireAsync("openid-clients", cancellationToken);
        await foreach (var application in RemovedAsync(applications, cancellationToken))
        {
            await applications.DeleteAsync(application, cancellationToken);
        }

        foreach (var client in options.Value.Clients)
        {
            if (await applications.FindByClientIdAsync(client.Id, cancellationToken) is { } present)
            {
                await applications.UpdateAsync(present, client.ToDescriptor(), cancellationToken);
            }
            else
            {
                await applications.CreateAsync(client.ToDescriptor(), cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Clients of the code flow that the configuration no longer names.</summary>
    private IAsyncEnumerable<object> RemovedAsync(IOpenIddictApplicationManager applications, CancellationToken cancellationToken) =>
        applications
            .ListAsync(count: null, offset: null, cancellationToken)
            .Where(
                async (application, cancel) =>
                {
                    var id = await applications.GetClientIdAsync(application, cancel);
                    return options.Value.Clients.All(client => client.Id != id)
                        && await applications.HasPermissionAsync(application, Permissions.GrantTypes.AuthorizationCode, cancel);
                }
            );
}
