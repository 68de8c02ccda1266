using Matchmaking.Core.Data;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Matchmaking.IntegrationTests.Database;

/// <summary>Renew with the command that src/README.md gives, after each change of the model.</summary>
public sealed class CompiledModelTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public void Compiled_model_of_sqlite_is_the_model_of_the_code()
    {
        using var compiled = new SqliteAppDbContext(Options<SqliteAppDbContext>());
        using var built = new BuiltContext(Options<BuiltContext>());

        Assert.Equal("SqliteAppDbContextModel", compiled.Model.GetType().Name);
        Assert.Equal(Describe(built), Describe(compiled));
    }

    private DbContextOptions<TContext> Options<TContext>()
        where TContext : DbContext =>
        new DbContextOptionsBuilder<TContext>().UseSqlite().UseApplicationServiceProvider(site.Services).Options;

    private static string Describe(DbContext db)
    {
        const MetadataDebugStringOptions All = MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations;
        var properties = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties());
        var converters = properties.Select(property => $"{property.DeclaringType.Name}.{property.Name}: {Converter(property)}");
        return string.Join('\n', [db.Model.ToDebugString(All), db.Model.GetRelationalModel().ToDebugString(All), .. converters]);
    }

    private static string? Converter(IProperty property) =>
        property.GetTypeMapping().Converter is { } converter ? $"{converter.ModelClrType} as {converter.ProviderClrType}" : null;

    /// <summary>Of no compiled model, so that its model is built from the code.</summary>
    private sealed class BuiltContext(DbContextOptions<BuiltContext> options) : AppDbContext(options);
}
