using System.Buffers;
using System.Text.Json;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Search.Elasticsearch.Server;

/// <param name="Lines">The action and, where there is one, the document, each with its line break.</param>
internal sealed record BulkItem(string Id, ReadOnlyMemory<byte> Lines);

/// <param name="Refused">Id and reason of what will never be taken.</param>
/// <param name="HasNoIndex">The alias that was written to is gone.</param>
internal sealed record BulkOutcome(IReadOnlyList<(string Id, string Reason)> Refused, bool HasNoIndex);

/// <summary>
/// Sends items and reads what became of each: one that is stale is done, one that the server has no room for is sent again after a while,
/// one that cannot be read, or that it fails at each time while it takes others, is refused. Versions make it harmless that an item of an answer that was lost is sent again.
/// </summary>
internal sealed class BulkWriter(ElasticsearchClient client, TimeProvider clock)
{
    private const int MostItems = 500;
    private const int MostBytes = 5_000_000;
    private const int Tries = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "circuit_breaking_exception",
        "es_rejected_execution_exception",
        "unavailable_shards_exception",
    };

    /// <exception cref="PartnerIndexUnavailableException">
    /// The server is away, refuses to be written to, or has had no room, or failed at all of them, five times. Some items may have been written.
    /// </exception>
    public async Task<BulkOutcome> WriteAsync(IReadOnlyList<BulkItem> items, CancellationToken cancellationToken)
    {
        var results = new Results();
        var open = items;
        for (var attempt = 1; open.Count > 0; attempt++)
        {
            var again = new List<BulkItem>();
            foreach (var part in Parts(open))
            {
                again.AddRange(await SendAsync(part, results, cancellationToken));
            }

            if (again.Count > 0 && attempt == Tries)
            {
                if (results.Failures.Count == again.Count && again.Count < items.Count)
                {
                    // The server works: it is these that it fails at.
                    results.Refused.AddRange(results.Failures.Select(failure => (failure.Key, failure.Value)));
                    break;
                }

                throw new PartnerIndexUnavailableException(
                    $"The search server does not take {again.Count} documents ({results.LastReason})."
                );
            }

            open = again;
            if (open.Count > 0)
            {
                await Task.Delay(FirstWait * Math.Pow(2, attempt - 1), clock, cancellationToken);
            }
        }

        return new BulkOutcome(results.Refused, results.HasNoIndex);
    }

    private static IEnumerable<List<BulkItem>> Parts(IReadOnlyList<BulkItem> items)
    {
        var (part, bytes) = (new List<BulkItem>(), 0);
        foreach (var item in items)
        {
            if (part.Count == MostItems || (part.Count > 0 && bytes + item.Lines.Length > MostBytes))
            {
                yield return part;
                (part, bytes) = ([], 0);
            }

            part.Add(item);
            bytes += item.Lines.Length;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    /// <returns>What is to be sent again.</returns>
    private async Task<IReadOnlyList<BulkItem>> SendAsync(List<BulkItem> items, Results results, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(items.Sum(item => item.Lines.Length));
        foreach (var item in items)
        {
            body.Write(item.Lines.Span);
            results.Failures.Remove(item.Id);
        }

        using var answer = await client.BulkAsync(body.WrittenMemory, cancellationToken);
        if (answer is null)
        {
            results.LastReason = "it takes no requests at all";
            return items;
        }

        if (!answer.RootElement.TryGetProperty("items", out var told) || told.GetArrayLength() != items.Count)
        {
            throw new PartnerIndexUnavailableException($"The search server does not answer for each of {items.Count} documents.");
        }

        return
        [
            .. items.Zip(told.EnumerateArray()).Where(pair => IsToBeRepeated(pair.First, pair.Second, results)).Select(pair => pair.First),
        ];
    }

    private bool IsToBeRepeated(BulkItem item, JsonElement told, Results results)
    {
        // One property, called by the action.
        var outcome = told.EnumerateObject().First().Value;
        var status = outcome.GetProperty("status").GetInt32();
        if (status is 409 || !outcome.TryGetProperty("error", out var error))
        {
            return false;
        }

        var reason = ElasticsearchClient.ErrorOf(error);
        var type = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("type", out var name) ? name.ToString() : string.Empty;
        switch (status)
        {
            case 401 or 403:
            case var _ when type == "cluster_block_exception":
                throw new PartnerIndexUnavailableException($"The search server refuses to be written to: {reason}");
            case 429 or 503:
            case var _ when Passing.Contains(type):
                results.LastReason = reason;
                return true;
            case 404:
                results.HasNoIndex = true;
                return false;
            case >= 500:
                results.LastReason = results.Failures[item.Id] = reason;
                return true;
            default:
                results.Refused.Add((item.Id, reason));
                return false;
        }
    }

    private sealed class Results
    {
        public List<(string Id, string Reason)> Refused { get; } = [];

        /// <summary>Reasons by id, of the last time that each was sent.</summary>
        public Dictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

        public bool HasNoIndex { get; set; }

        public string LastReason { get; set; } = string.Empty;
    }
}
