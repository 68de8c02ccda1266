using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.PostgreSql;

/// <summary>The server takes any key and refuses the first row whose columns together are longer than a third of a page.</summary>
public sealed class PostgreSqlKeyTests
{
    /// <summary>Of a row in a B-tree of 8 KB pages, in bytes.</summary>
    private const int Limit = 2704;

    [Fact]
    public void Every_key_and_index_fits()
    {
        using var db = new PostgreSqlAppDbContext(new DbContextOptionsBuilder<PostgreSqlAppDbContext>().UseNpgsql().Options);

        Assert.Empty(TooLong(db));
    }

    [Fact]
    public void An_index_that_does_not_fit_is_named()
    {
        using var db = new Offender(new DbContextOptionsBuilder<Offender>().UseNpgsql().Options);

        Assert.Equal(["IX_Wide_Text", "IX_Wide_Unlimited"], TooLong(db));
    }

    private static IEnumerable<string> TooLong(DbContext db)
    {
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;
        return tables
            .SelectMany(table => table.UniqueConstraints.Select(key => (key.Name, key.Columns)))
            .Concat(tables.SelectMany(table => table.Indexes.Select(index => (index.Name, index.Columns))))
            .Where(key => key.Columns.Sum(Bytes) > Limit)
            .Select(key => key.Name);
    }

    /// <summary>A character of a UTF-16 unit takes up to three bytes in UTF-8; one of two units takes four.</summary>
    private static int Bytes(IColumn column)
    {
        var property = column.PropertyMappings[0].Property;
        return column.StoreType switch
        {
            "text" => 1_000_000,
            _ when column.StoreType.StartsWith("character varying", StringComparison.Ordinal) => 3 * property.GetMaxLength()!.Value,
            "bytea" => property.GetMaxLength() ?? 1_000_000,
            _ => 16,
        };
    }

    private sealed class Offender(DbContextOptions<Offender> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Wide>(wide =>
            {
                wide.Property(row => row.Text).HasMaxLength(902);
                wide.HasIndex(row => row.Text);
                wide.HasIndex(row => row.Unlimited);
            });
    }

    private sealed record Wide(int Id, string Text, string Unlimited);
}
