using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Data;

internal static class CoveringIndexes
{
    /// <summary>Holds the further columns too, so that a server answers without reading the rows. SQLite has no such thing and leaves them out.</summary>
    /// <param name="properties">Names of properties.</param>
    public static void Covering<TEntity>(this IndexBuilder<TEntity> index, params string[] properties)
    {
        SqlServerIndexBuilderExtensions.IncludeProperties(index, properties);
        NpgsqlIndexBuilderExtensions.IncludeProperties(index, properties);
    }
}
