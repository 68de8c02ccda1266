using System.Globalization;

namespace Matchmaking.Benchmarks;

internal static class Report
{
    /// <summary>Rounds of the same work that differ by more than this say that something else ran beside.</summary>
    private const double Unsteady = 1.5;

    public static Task SayAsync(string step) => Console.Error.WriteLineAsync($"{TimeOnly.FromDateTime(DateTime.Now):HH:mm:ss} {step}");

    public static async Task WriteAsync(IEnumerable<Figure> figures, Baseline baseline)
    {
        var table = figures.Select(figure =>
            Line(
                figure.Name,
                figure.Measured,
                figure.Wanted,
                figure.Ratio(baseline),
                figure.IsMet is { } met
                    ? met
                        ? "met"
                        : "MISSED"
                    : ""
            )
        );
        await Console.Out.WriteLineAsync(Line("figure", "measured", "goal", "ratio", string.Empty));
        await Console.Out.WriteLineAsync(Line(new string('-', 68), "----------:", "----------:", "-------:", "------"));
        await Console.Out.WriteLineAsync(string.Join('\n', table));
        await Console.Out.WriteLineAsync(
            $"\nratio: to the calibration loop, which took {TimeFigure.InMilliseconds(baseline.Quickest)} to {TimeFigure.InMilliseconds(baseline.Slowest)} on {Environment.ProcessorCount} cores"
        );
        if (baseline.Slowest / baseline.Quickest > Unsteady)
        {
            await Console.Out.WriteLineAsync("the machine was busy with something else: the figures are noisy");
        }
    }

    /// <summary>The smallest value that so large a share of the measurements does not exceed.</summary>
    public static TimeSpan Percentile(IEnumerable<TimeSpan> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)];
    }

    private static string Line(string name, string measured, string goal, string ratio, string verdict) =>
        $"| {name, -68} | {measured, 11} | {goal, 11} | {ratio, 8} | {verdict, -6} |";
}
