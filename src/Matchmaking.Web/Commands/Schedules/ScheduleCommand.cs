using System.CommandLine;
using Matchmaking.Core.Expos;
using Matchmaking.Scheduling;

namespace Matchmaking.Web.Commands.Schedules;

/// <summary><c>schedule --problem P.json --out S.json [--seconds 60] [--seed 1] [--deterministic] [--previous S0.json]</c></summary>
internal static class ScheduleCommand
{
    public static Command Create()
    {
        var problem = new Option<string>("--problem") { Description = "The problem as JSON; - is the standard input", Required = true };
        var target = new Option<string>("--out") { Description = "Where the schedule goes; - is the standard output", Required = true };
        var seconds = new Option<double>("--seconds") { Description = "At most so long", DefaultValueFactory = _ => 60 };
        var seed = new Option<int>("--seed") { Description = "Begins the search elsewhere", DefaultValueFactory = _ => 1 };
        var deterministic = new Option<bool>("--deterministic")
        {
            Description = "The same answer each time; --seconds counts work, not time",
        };
        var previous = new Option<string?>("--previous")
        {
            Description = "A schedule that people know already, to be changed as little as possible",
        };
        seconds.Validators.Add(result =>
        {
            if (result.GetValue(seconds) is not (> 0 and <= 86_400))
            {
                result.AddError("--seconds must lie between 0 and 86400.");
            }
        });
        var command = new Command("schedule", "Schedules the meetings of one expo.")
        {
            problem,
            target,
            seconds,
            seed,
            deterministic,
            previous,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var file = parsed.GetValue(problem)!;
                var input = ScheduleFile.ReadProblem(file, await ReadAsync(file, cancellationToken));
                var options = new ScheduleOptions(
                    parsed.GetValue(seconds),
                    parsed.GetValue(seed),
                    parsed.GetValue(deterministic),
                    parsed.GetValue(previous) is { } before
                        ? ScheduleFile.ReadPrevious(before, await ReadAsync(before, cancellationToken))
                        : null,
                    Console.IsErrorRedirected ? null : new ScheduleProgressLine()
                );
                var solution = Solve(input, options, cancellationToken);
                var text = ScheduleFile.Write(solution) + "\n";
                await (
                    // Whoever stops the search still gets what it has found.
                    parsed.GetValue(target)
                        is "-"
                        ? parsed.InvocationConfiguration.Output.WriteAsync(text)
                        : File.WriteAllTextAsync(parsed.GetValue(target)!, text, CancellationToken.None)
                );
                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    $"{solution.Status}: {solution.Meetings.Count} of {input.Meetings.Count} meetings, {solution.Breaks} breaks, {solution.Seconds} s"
                );
                return solution.Status is ScheduleStatus.Infeasible or ScheduleStatus.Unknown ? ExitCode.No : ExitCode.Done;
            }
        );
        return command;
    }

    private static ScheduleSolution Solve(ScheduleProblem problem, ScheduleOptions options, CancellationToken cancellationToken)
    {
        using var services = new ServiceCollection().AddScheduling().BuildServiceProvider();
        var solution = services.GetRequiredService<IExpoScheduler>().Solve(problem, options, cancellationToken);
        return ScheduleChecker.Check(problem, solution) is [var violation, ..]
            ? throw new InvalidOperationException($"The schedule breaks the rule {violation.Rule} at {violation.Subject}.")
            : solution;
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken) =>
        file == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(file, cancellationToken);

    /// <summary>One line on the terminal that is written over again and again.</summary>
    private sealed class ScheduleProgressLine : IProgress<ScheduleProgress>
    {
        public void Report(ScheduleProgress value) =>
            Console.Error.Write(
                $"\r{value.Activity}: {value.Placed} meetings, {value.Breaks} breaks, not below {value.Bound}, {value.Seconds:0.0} s   "
            );
    }
}
