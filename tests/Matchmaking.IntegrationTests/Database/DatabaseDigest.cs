using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>How many rows each table has, and a hash of all their values, whatever their order.</summary>
internal static class DatabaseDigest
{
    public sealed record Table(int Rows, string Hash);

    /// <summary>All tables of the model and the history of its migrations.</summary>
    public static async Task<SortedDictionary<string, Table>> OfAsync(AppDbContext db)
    {
        var digest = new SortedDictionary<string, Table>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Append("__EFMigrationsHistory").Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                rows.Add(Row(reader));
            }

            rows.Sort(StringComparer.Ordinal);
            digest.Add(table, new Table(rows.Count, Hash(string.Concat(rows))));
        }

        return digest;
    }

    private static string Row(DbDataReader reader) =>
        Hash(
            string.Join(
                '\n',
                Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetName(column)}={Text(reader.GetValue(column))}")
            )
        );

    private static string Text(object value) =>
        value switch
        {
            DBNull => "null",
            byte[] bytes => Convert.ToHexString(bytes),
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            Array list => string.Join('|', list.Cast<object>().Select(Text)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
