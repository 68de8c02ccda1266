using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Matchmaking.Core.Data.PostgreSql;

/// <summary>
/// Compares text by code point, as on the other databases. It stands at each column and not at the database: a database that somebody else made
/// sorts by the rules of its server's language, and its indexes do not serve such a question.
/// </summary>
internal static class PostgreSqlCollation
{
    public const string ByCodePoint = "C";

    public static void Apply(IMutableModel model)
    {
        foreach (var property in model.GetEntityTypes().SelectMany(Columns).Where(IsText))
        {
            property.SetCollation(ByCodePoint);
        }
    }

    private static IEnumerable<IMutableProperty> Columns(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(value => Columns(value.ComplexType)));

    private static bool IsText(IMutableProperty property) =>
        (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string);
}
