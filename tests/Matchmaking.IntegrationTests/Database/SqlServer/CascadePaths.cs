using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

/// <summary>
/// SQL Server refuses a foreign key (error 1785) when one deletion could reach a table on two ways, or the table that it began with.
/// Neither SQLite nor the script's check without a server notices.
/// </summary>
internal static class CascadePaths
{
    public static IReadOnlyList<string> Ambiguous(DbContext db) =>
        [
            .. db.GetService<IDesignTimeModel>()
                .Model.GetRelationalModel()
                .Tables.SelectMany(table =>
                    Paths(table, [table])
                        .GroupBy(path => path[^1])
                        .Where(paths => paths.Skip(1).Any() || paths.Key == table)
                        .Select(paths => string.Join("; ", paths.Select(path => string.Join(" > ", path.Select(step => step.Name)))))
                ),
        ];

    private static IEnumerable<IReadOnlyList<ITable>> Paths(ITable from, IReadOnlyList<ITable> passed)
    {
        foreach (
            var key in from.ReferencingForeignKeyConstraints.Where(key =>
                key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull
            )
        )
        {
            IReadOnlyList<ITable> path = [.. passed, key.Table];
            yield return path;
            foreach (var longer in passed.Contains(key.Table) ? [] : Paths(key.Table, path))
            {
                yield return longer;
            }
        }
    }
}
