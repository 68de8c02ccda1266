using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

/// <summary>Asks the server for the plan of everything that a context reads, and keeps the tables that would be read from end to end.</summary>
internal sealed class QueryPlans(string connection) : DbCommandInterceptor
{
    /// <summary>Below this many rows a table is read whole because that is the quickest way.</summary>
    private const int Large = 2000;

    private readonly HashSet<string> readWhole = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> ReadWhole => readWhole;

    public int Seen { get; private set; }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            await ExplainAsync(command, cancellationToken);
        }

        return result;
    }

    private async Task ExplainAsync(DbCommand command, CancellationToken cancellationToken)
    {
        Seen++;
        await using var asking = new NpgsqlConnection(connection);
        await asking.OpenAsync(cancellationToken);
        await using var explain = new NpgsqlCommand($"EXPLAIN (FORMAT JSON) {command.CommandText}", asking);
        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            explain.Parameters.Add(parameter.Clone());
        }

        var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync(cancellationToken))!);
        var large = await LargeTablesAsync(asking, cancellationToken);
        readWhole.UnionWith(Scans(plan.RootElement[0].GetProperty("Plan")).Where(large.Contains));
    }

    private static async Task<HashSet<string>> LargeTablesAsync(NpgsqlConnection asking, CancellationToken cancellationToken)
    {
        await using var count = new NpgsqlCommand($"SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= {Large}", asking);
        await using var reader = await count.ExecuteReaderAsync(cancellationToken);
        var tables = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static IEnumerable<string> Scans(JsonElement node)
    {
        if (node.GetProperty("Node Type").GetString() == "Seq Scan")
        {
            yield return node.GetProperty("Relation Name").GetString()!;
        }

        foreach (var below in node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray() : default)
        {
            foreach (var table in Scans(below))
            {
                yield return table;
            }
        }
    }
}
