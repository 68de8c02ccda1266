using System.CommandLine;
using System.Globalization;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Web.Commands;

/// <summary><c>rebuild-index</c></summary>
internal static class RebuildIndexCommand
{
    public static Command Create()
    {
        var command = new Command(
            "rebuild-index",
            "Writes the search index anew from the database. An embedded index is open to one process: stop the site first."
        );
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.StartAsync(cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var progress = Console.IsErrorRedirected ? null : new Progress<int>(written => Console.Error.Write($"\r{written}"));
        var rebuilt = await scope.ServiceProvider.GetRequiredService<RebuildPartnerIndex>().ExecuteAsync(progress, cancellationToken);
        if (rebuilt is null)
        {
            await streams.Error.WriteLineAsync("The index is being rebuilt already, by another process.");
            return ExitCode.No;
        }

        await streams.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rebuilt.Firms} firms indexed"));
        foreach (var change in rebuilt.Refused)
        {
            await streams.Error.WriteLineAsync($"{change.Id}: {change.Reason}");
        }

        return rebuilt.Refused.Count == 0 ? ExitCode.Done : ExitCode.No;
    }
}
