using System.CommandLine;
using Matchmaking.Core.Data;
using Matchmaking.Web.Commands.Schedules;

namespace Matchmaking.Web.Commands;

/// <summary>The verbs: the executable with one of them does that job and ends.</summary>
public static class CommandLine
{
    public static bool IsVerb(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    /// <returns>0 = done, 1 = the job ran and the answer is no, 2 = bad arguments or a bad file (one line on <paramref name="error"/>).</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Matchmaking: without a verb the site runs; with one of these it does one job and ends.")
        {
            CheckNumberCommand.Create(),
            ImportCommand.Create(),
            SeedDemoCommand.Create(),
            ScheduleCommand.Create(),
            RankCommand.Create(),
            EvaluateCommand.Create(),
            PartnersCommand.Create(),
            RebuildIndexCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            RotateKeysCommand.Create(),
            OpenApiCommand.Create(),
            TrainLexiconCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync(Complaint(parsed));
            return ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (BadInputException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCode.BadInput;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DatabaseUnavailableException)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCode.BadInput;
        }
    }

    private static string Complaint(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var unknown, ..]
            ? $"'{unknown}' is not known here; --help lists what is."
            : parsed.Errors[0].Message.ReplaceLineEndings(" ");
}
