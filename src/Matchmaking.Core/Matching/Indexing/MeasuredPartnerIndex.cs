using System.Diagnostics.Metrics;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Indexing;

/// <summary>Any engine, with a span and a time for each question. What is asked stays out of both.</summary>
public sealed class MeasuredPartnerIndex(IPartnerIndex inner, string engine, TimeProvider clock) : IPartnerIndex
{
    private static readonly Histogram<double> Duration = Telemetry.Durations(
        "matchmaking.search.duration",
        "Time of a question to the search engine"
    );

    public Task<PartnerIndexState> StateAsync(CancellationToken cancellationToken) => inner.StateAsync(cancellationToken);

    public Task<IReadOnlyList<PartnerHit>> SearchAsync(PartnerQuery query, CancellationToken cancellationToken) =>
        MeasureAsync(Kind(query), () => inner.SearchAsync(query, cancellationToken));

    public Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
        MeasureAsync("statistics", () => inner.StatisticsAsync(terms, cancellationToken));

    public Task<IReadOnlyList<RefusedChange>> WriteAsync(IReadOnlyCollection<PartnerChange> changes, CancellationToken cancellationToken) =>
        MeasureAsync("write", () => inner.WriteAsync(changes, cancellationToken));

    public Task<IReadOnlyList<RefusedChange>> RebuildAsync(
        IAsyncEnumerable<IReadOnlyList<PartnerDocument>> documents,
        CancellationToken cancellationToken
    ) => inner.RebuildAsync(documents, cancellationToken);

    public Task<IReadOnlyList<PartnerGeneration>> GenerationsAsync(CancellationToken cancellationToken) =>
        inner.GenerationsAsync(cancellationToken);

    public Task DropOldGenerationsAsync(CancellationToken cancellationToken) => inner.DropOldGenerationsAsync(cancellationToken);

    public Task<int> ForgetRemovedAsync(DateTime before, CancellationToken cancellationToken) =>
        inner.ForgetRemovedAsync(before, cancellationToken);

    /// <summary>For a firm's own offers and needs, for words, or for what is near in meaning alone.</summary>
    private static string Kind(PartnerQuery query) =>
        query.Wanted.Count + query.Offered.Count > 0 ? "partners"
        : query.Words.Count > 0 ? "words"
        : "meaning";

    private async Task<T> MeasureAsync<T>(string kind, Func<Task<T>> ask)
    {
        using var activity = Telemetry.Activities.StartActivity($"index {kind}");
        activity?.SetTag("engine", engine);
        var started = clock.GetTimestamp();
        var result = "failed";
        try
        {
            var answer = await ask();
            result = "answered";
            return answer;
        }
        finally
        {
            activity?.SetTag("result", result);
            Duration.Record(
                clock.GetElapsedTime(started).TotalSeconds,
                KeyValuePair.Create<string, object?>("engine", engine),
                KeyValuePair.Create<string, object?>("kind", kind),
                KeyValuePair.Create<string, object?>("result", result)
            );
        }
    }
}
