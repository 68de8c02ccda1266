using System.CommandLine;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity.Keys;
using Matchmaking.Web.Security.Keys;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Commands;

/// <summary><c>rotate-keys [--leaked]</c></summary>
internal static class RotateKeysCommand
{
    public static Command Create()
    {
        var leaked = new Option<bool>("--leaked")
        {
            Description = "Drop all keys at once: everybody signs in again. Restart all nodes afterwards.",
        };
        var command = new Command("rotate-keys", "Gives the keys of cookies and tokens successors, which count in two days, on all nodes.")
        {
            leaked,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var drop = parsed.GetValue(leaked);
                await using var host = await CommandHost.StartAsync(cancellationToken);
                await using var scope = host.Services.CreateAsyncScope();
                await (drop ? DropAsync(scope.ServiceProvider, cancellationToken) : AddAsync(scope.ServiceProvider, cancellationToken));
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    drop ? "All keys are new. Restart all nodes now." : "New keys are there, and count in two days."
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static async Task AddAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var from = services.GetRequiredService<TimeProvider>().GetUtcNow() + RenewSigningKeys.Overlap;
        services.GetRequiredService<IKeyManager>().CreateNewKey(from, from + RenewSigningKeys.Signing);
        var signing = services.GetRequiredService<RenewSigningKeys>();
        await signing.ExecuteAsync(cancellationToken);
        await signing.AddSuccessorAsync(cancellationToken);
    }

    /// <summary>What was written with the old keys cannot be read any more.</summary>
    private static async Task DropAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AppDbContext>();
        await db.Set<SigningKey>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<ProtectionKey>().ExecuteDeleteAsync(cancellationToken);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        services.GetRequiredService<IKeyManager>().CreateNewKey(now, now + RenewSigningKeys.Signing);
        await services.GetRequiredService<RenewSigningKeys>().ExecuteAsync(cancellationToken);
    }
}
