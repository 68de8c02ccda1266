using System.Text.Json;
using System.Text.RegularExpressions;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Search.Elasticsearch.Server;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>
/// The product's indices on the server. One alias names the one that is searched by nodes of this kind: during an upgrade the nodes of either
/// version have theirs. Each that is written into has a write alias of its own, so that a document for an index that is gone is refused
/// instead of making a new one.
/// </summary>
internal sealed partial class GenerationCatalog(
    ElasticsearchClient client,
    IndexSchema schema,
    ElasticsearchOptions options,
    TimeProvider clock
)
{
    private const int IdLength = 32;

    private readonly string searchPrefix = $"{options.Prefix}-search-";
    private readonly string writePrefix = $"{options.Prefix}-write-";

    public string SearchAlias { get; } = $"{options.Prefix}-search-{schema.Sign}";

    /// <summary>The one that nodes of this kind search.</summary>
    public bool IsSearched(IndexGeneration generation) => generation.SearchAliases.Contains(SearchAlias);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<IndexGeneration>> ReadAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.AskAsync(
            HttpMethod.Get,
            $"{options.Prefix}-*?features=aliases,mappings&filter_path=*.aliases,*.mappings._meta",
            default,
            cancellationToken
        );
        return answer is null
            ? []
            :
            [
                .. answer
                    .RootElement.EnumerateObject()
                    .Where(index => index.Name.Length == options.Prefix.Length + 1 + IdLength && Id().IsMatch(index.Name))
                    .Select(index => IndexGeneration.Read(index, searchPrefix, writePrefix))
                    .OrderByDescending(generation => generation.Name, StringComparer.Ordinal),
            ];
    }

    /// <summary>From now on it gets what is written.</summary>
    public async Task<IndexGeneration> CreateAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        var created = new IndexGeneration(
            $"{options.Prefix}-{id}",
            SearchAliases: [],
            writePrefix + id,
            schema.Stamp,
            schema.MappingHash,
            now.UtcDateTime
        );
        await ChangeAsync(HttpMethod.Put, created.Name, schema.Write(created.WriteAlias!, created.CreatedAt), cancellationToken);
        return created;
    }

    /// <summary>
    /// In one step for whoever searches: the new one is searched, and nothing is written into the others any more, also those that nodes of
    /// another kind go on searching.
    /// </summary>
    public async Task SwapAsync(IndexGeneration next, CancellationToken cancellationToken)
    {
        var others = (await ReadAsync(cancellationToken)).Where(generation => generation.Name != next.Name).ToList();
        var removals = others.SelectMany(generation =>
            new[] { IsSearched(generation) ? SearchAlias : null, generation.WriteAlias }
                .OfType<string>()
                .Select(alias => (Index: generation.Name, Alias: alias))
        );
        var body = JsonBody.Of(json =>
            json.Array(
                "actions",
                removals.Select(removal => ("remove", removal.Index, removal.Alias)).Append(("add", next.Name, SearchAlias)),
                (actions, step) =>
                    actions.Object(action =>
                        action.Property(
                            step.Item1,
                            names =>
                            {
                                names.WriteString("index", step.Item2);
                                names.WriteString("alias", step.Item3);
                            }
                        )
                    )
            )
        );
        await ChangeAsync(HttpMethod.Post, "_aliases", body, cancellationToken);
    }

    /// <summary>Everything so far is visible to search.</summary>
    public Task RefreshAsync(string index, CancellationToken cancellationToken) =>
        WorkAsync(HttpMethod.Post, $"{index}/_refresh", default, cancellationToken);

    public async Task DropAsync(IEnumerable<IndexGeneration> generations, CancellationToken cancellationToken)
    {
        foreach (var generation in generations)
        {
            await WorkAsync(HttpMethod.Delete, generation.Name, default, cancellationToken);
        }
    }

    /// <summary>As the product's pages show them.</summary>
    public async Task<IReadOnlyList<PartnerGeneration>> DescribeAsync(CancellationToken cancellationToken)
    {
        var described = new List<PartnerGeneration>();
        foreach (var generation in await ReadAsync(cancellationToken))
        {
            described.Add(
                new PartnerGeneration(
                    generation.Name,
                    generation.State,
                    await CountAsync(generation.Name, cancellationToken),
                    generation.CreatedAt,
                    generation.Schema
                )
            );
        }

        return described;
    }

    /// <returns>Firms that can be found; 0 where there is no such index.</returns>
    public async Task<int> CountAsync(string index, CancellationToken cancellationToken)
    {
        var body = JsonBody.Of(json =>
            json.Property("query", query => query.Property("term", term => term.WriteBoolean(Fields.Live, value: true)))
        );
        using var answer = await client.AskAsync(HttpMethod.Post, $"{index}/_count?filter_path=count", body, cancellationToken);
        return answer?.RootElement.GetProperty("count").GetInt32() ?? 0;
    }

    /// <exception cref="PartnerIndexUnavailableException">Also where something that it names is gone.</exception>
    private async Task ChangeAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var answer =
            await client.WorkAsync(method, path, body, cancellationToken)
            ?? throw new PartnerIndexUnavailableException($"The search server does not know what {path} names.");
    }

    /// <summary>Likewise, and nothing where what it names is gone already.</summary>
    private async Task WorkAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var answer = await client.WorkAsync(method, path, body, cancellationToken);
    }

    [GeneratedRegex("-[0-9a-f]{32}$", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
