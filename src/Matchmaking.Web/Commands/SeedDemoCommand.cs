using System.CommandLine;
using Matchmaking.Core.Data.Demonstration;

namespace Matchmaking.Web.Commands;

/// <summary><c>seed-demo</c></summary>
internal static class SeedDemoCommand
{
    public static Command Create()
    {
        var command = new Command("seed-demo", "Loads invented firms, agencies and accounts. A second time changes nothing.");
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var host = await CommandHost.StartAsync(cancellationToken);
                await using var scope = host.Services.CreateAsyncScope();
                var loaded = await scope.ServiceProvider.GetRequiredService<LoadDemonstration>().ExecuteAsync(cancellationToken);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    loaded ? "The demonstration data are loaded." : "The demonstration data are here already."
                );
                return ExitCode.Done;
            }
        );
        return command;
    }
}
