using System.CommandLine;
using System.Globalization;
using Matchmaking.Core.Matching.Indexing.Rebuilds;

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
        if (await scope.ServiceProvider.GetRequiredService<RunIndexRebuild>().ExecuteAsync(progress, cancellationToken) is not { } rebuilt)
        {
            await streams.Error.WriteLineAsync(
                "Not rebuilt: another process is at it, or it was cancelled on the page of the search index."
            );
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
