using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Matchmaking.Core.Common;

/// <summary>
/// The source of the product's spans and the meter of its figures. They cost next to nothing while nobody listens. Tags hold no personal
/// data, nothing that firms wrote, and no ids of persons.
/// </summary>
public static class Telemetry
{
    public const string Name = "Matchmaking";

    public static ActivitySource Activities { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>A histogram of seconds, fine enough for a search and wide enough for a rebuild.</summary>
    public static Histogram<double> Durations(string name, string description) =>
        Meter.CreateHistogram(
            name,
            "s",
            description,
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600],
            }
        );
}
