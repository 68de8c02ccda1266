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
        await using var lease = await leases.TryAcquireAsync("openid-clients", cancellationToken);
        if (lease is null)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        await foreach (var application in applications.ListAsync(count: null, offset: null, cancellationToken))
        {
            var id = await applications.GetClientIdAsync(application, cancellationToken);
            if (
                options.Value.Clients.All(client => client.Id != id)
                && await applications.HasPermissionAsync(application, Permissions.GrantTypes.AuthorizationCode, cancellationToken)
            )
            {
                await applications.DeleteAsync(application, cancellationToken);
            }
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
}
