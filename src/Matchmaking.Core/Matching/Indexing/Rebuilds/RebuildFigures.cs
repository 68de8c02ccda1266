using System.Diagnostics.Metrics;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Indexing.Rebuilds;

internal static class RebuildFigures
{
    public static readonly Gauge<long> Written = Telemetry.Meter.CreateGauge<long>(
        "matchmaking.index.rebuild.written",
        "{firm}",
        "Firms that the rebuild under way has written"
    );

    private static readonly Histogram<double> Duration = Telemetry.Durations(
        "matchmaking.index.rebuild.duration",
        "Time of a rebuild of the search index"
    );

    public static void Ended(IndexRebuildState state, TimeSpan time) =>
        Duration.Record(time.TotalSeconds, KeyValuePair.Create<string, object?>("result", state.ToString().ToLowerInvariant()));
}
