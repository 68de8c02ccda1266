using Matchmaking.Core.Data;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

public sealed class SqlServerScriptTests
{
    private static readonly Lazy<string> Script = new(SqlServerScript.Generate);

    [Fact]
    public void Script_is_well_formed_and_everything_it_names_is_there() => Assert.Empty(SqlServerScript.Faults(Script.Value));

    [Fact]
    public void Script_that_makes_the_database_is_well_formed_and_chooses_the_same_collation()
    {
        var script = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "infra", "sqlserver", "create-database.sql"));

        Assert.Empty(SqlServerScript.Faults(script));
        Assert.Contains($"COLLATE {SqlServerAppDbContext.Collation};", script);
    }

    [Theory]
    [InlineData("REFERENCES [Companies]", "REFERENCES [Firms]")]
    [InlineData("CREATE TABLE [Listings]", "CREATE TABLE [Listings (")]
    [InlineData("ON [Listings] ([State]", "ON [Listings] ([Mood]")]
    [InlineData("[NormalizedUserName] IS NOT NULL')", "[NormalName] IS NOT NULL')")]
    public void Broken_script_is_found_out(string right, string wrong)
    {
        Assert.Contains(right, Script.Value);

        Assert.NotEmpty(SqlServerScript.Faults(Script.Value.Replace(right, wrong, StringComparison.Ordinal)));
    }
}
