using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

/// <summary>SQL Server creates a key that may grow too long with a warning only, and refuses the first row that does.</summary>
internal static partial class KeySizes
{
    private const int ClusteredLimit = 900;
    private const int NonclusteredLimit = 1700;

    /// <summary>Every key and index whose columns can hold more bytes than the server takes.</summary>
    public static IReadOnlyList<string> TooLong(DbContext db)
    {
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;
        var keys = tables.SelectMany(table =>
            table.UniqueConstraints.Select(key =>
                (
                    Name: $"{table.Name}.{key.Name}",
                    key.Columns,
                    Limit: key.GetIsPrimaryKey() && key.MappedKeys.First().IsClustered() != false ? ClusteredLimit : NonclusteredLimit
                )
            )
        );
        var indexes = tables.SelectMany(table =>
            table.Indexes.Select(index => (Name: $"{table.Name}.{index.Name}", index.Columns, Limit: NonclusteredLimit))
        );
        return
        [
            .. keys.Concat(indexes)
                .Select(item => (item.Name, Size: item.Columns.Sum(Bytes), item.Limit))
                .Where(item => item.Size > item.Limit)
                .Select(item => $"{item.Name}: up to {item.Size} bytes, {item.Limit} fit"),
        ];
    }

    private static int Bytes(IColumn column)
    {
        var type = StoreType().Match(column.StoreType);
        var length = type.Groups["length"].Value;
        var count = length switch
        {
            "max" => 1_000_000,
            "" => 1,
            _ => int.Parse(length, CultureInfo.InvariantCulture),
        };
        return type.Groups["name"].Value switch
        {
            "nvarchar" or "nchar" => 2 * count,
            "varchar" or "char" or "varbinary" or "binary" => count,
            "uniqueidentifier" => 16,
            "datetimeoffset" => 10,
            "datetime2" or "bigint" or "float" => 8,
            "int" => 4,
            "date" => 3,
            "bit" => 1,
            var other => throw new NotSupportedException($"{column.Table.Name}.{column.Name} is of type {other}."),
        };
    }

    [GeneratedRegex(@"^(?<name>\w+)(\((?<length>\w+)\))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StoreType();
}
