using System.Diagnostics.Metrics;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Outbox;

/// <summary>What is measured of the outbox, each by handler. The first three are read from the database by <see cref="MeasureOutbox"/>.</summary>
internal static class OutboxFigures
{
    public const string HandlerTag = "handler";

    public static readonly Gauge<long> Depth = Telemetry.Meter.CreateGauge<long>(
        "matchmaking.outbox.depth",
        "{message}",
        "Messages that wait to be worked off"
    );

    public static readonly Gauge<double> Oldest = Telemetry.Meter.CreateGauge<double>(
        "matchmaking.outbox.oldest",
        "s",
        "Age of the oldest message that waits"
    );

    public static readonly Gauge<long> Parked = Telemetry.Meter.CreateGauge<long>(
        "matchmaking.outbox.parked",
        "{message}",
        "Messages that were given up after the last attempt"
    );

    private static readonly Histogram<double> Lag = Telemetry.Durations(
        "matchmaking.outbox.lag",
        "From the commit until the work is done; of the handler partner-index: until search finds it"
    );

    private static readonly Counter<long> Failures = Telemetry.Meter.CreateCounter<long>(
        "matchmaking.outbox.failures",
        "{attempt}",
        "Attempts that failed"
    );

    /// <summary>Those that were settled, well or not.</summary>
    public static void Handled(IEnumerable<OutboxMessage> messages)
    {
        foreach (var message in messages)
        {
            var handler = KeyValuePair.Create<string, object?>(HandlerTag, message.Handler);
            if (message.ProcessedAt is { } done)
            {
                Lag.Record(Math.Max(0, (done - message.CreatedAt).TotalSeconds), handler);
            }
            else
            {
                Failures.Add(1, handler);
            }
        }
    }
}
