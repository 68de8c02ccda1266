using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

/// <summary>
/// Reads what a context would send to a SQL Server, sends nothing, and keeps the tables of which no key or index begins with a column that the
/// question compares. Whether the server would choose that index only a server can tell.
/// </summary>
internal sealed partial class IndexUse(IRelationalModel model) : DbCommandInterceptor, IDbConnectionInterceptor, ISaveChangesInterceptor
{
    private const int ColumnsOfAnyAnswer = 100;

    private readonly HashSet<string> readWhole = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> ReadWhole => readWhole;

    public int Seen { get; private set; }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(InterceptionResult.Suppress());

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Seen++;
        readWhole.UnionWith(WithoutIndex(command.CommandText));
        return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(Nothing(command.CommandText)));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Seen++;
        readWhole.UnionWith(WithoutIndex(command.CommandText));
        return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
    }

    private IEnumerable<string> WithoutIndex(string text)
    {
        if (text.Contains("WHERE 0 = 1", StringComparison.Ordinal))
        {
            // By a list that is empty, as every answer here is.
            yield break;
        }

        using var reader = new StringReader(text);
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"{errors[0].Message}\n{text}");
        }

        var question = new Question();
        tree.Accept(question);
        foreach (var (alias, name) in question.Tables)
        {
            var table = model.Tables.Single(table => table.Name == name);
            // An index with a filter answers only who compares what the filter is about.
            var first = table
                .Indexes.Where(index =>
                    FilterColumn().Matches(index.Filter ?? string.Empty).All(match => question.Compares(alias, match.Value))
                )
                .Select(index => index.Columns[0])
                .Concat(table.UniqueConstraints.Select(key => key.Columns[0]));
            if (!first.Any(column => question.Compares(alias, column.Name)))
            {
                yield return name;
            }
        }
    }

    [GeneratedRegex(@"(?<=\[)\w+(?=\])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FilterColumn();

    /// <summary>A count has always one row; all else finds none.</summary>
    private static DataTableReader Nothing(string text)
    {
        using var table = new DataTable();
        for (var column = 0; column < ColumnsOfAnyAnswer; column++)
        {
            table.Columns.Add($"Value{column}", typeof(int));
        }

        if (text.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal))
        {
            table.Rows.Add(0);
        }

        return table.CreateDataReader();
    }

    /// <summary>The tables of a statement by their aliases, which Entity Framework uses once each, and the columns that are compared.</summary>
    private sealed class Question : TSqlFragmentVisitor
    {
        private readonly HashSet<(string Alias, string Column)> compared = [];
        private readonly Dictionary<(string Alias, string Column), (string Alias, string Column)> derived = [];

        public Dictionary<string, string> Tables { get; } = new(StringComparer.Ordinal);

        /// <summary>Itself, or as a column of a derived table that hands it on.</summary>
        public bool Compares(string alias, string column) =>
            compared.Contains((alias, column))
            || derived.Any(pair => pair.Value == (alias, column) && Compares(pair.Key.Alias, pair.Key.Column));

        public override void Visit(NamedTableReference node)
        {
            // What is written has none.
            if (node.Alias is { } alias)
            {
                Tables[alias.Value] = node.SchemaObject.BaseIdentifier.Value;
            }
        }

        public override void Visit(QueryDerivedTable node)
        {
            foreach (var element in (node.QueryExpression as QuerySpecification)?.SelectElements.OfType<SelectScalarExpression>() ?? [])
            {
                if (element.Expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var alias, var column] })
                {
                    derived[(node.Alias.Value, element.ColumnName?.Value ?? column.Value)] = (alias.Value, column.Value);
                }
            }
        }

        public override void Visit(WhereClause node) => node.SearchCondition.Accept(new Columns(compared));

        public override void Visit(QualifiedJoin node) => node.SearchCondition.Accept(new Columns(compared));

        public override void Visit(InPredicate node) => node.Expression.Accept(new Columns(compared));
    }

    private sealed class Columns(HashSet<(string Alias, string Column)> found) : TSqlFragmentVisitor
    {
        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier?.Identifiers is [var alias, var column])
            {
                found.Add((alias.Value, column.Value));
            }
        }
    }
}
