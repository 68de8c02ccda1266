using Xunit;

namespace Matchmaking.IntegrationTests.Database;

public sealed class SqlServerScriptTests
{
    private static readonly Lazy<string> Script = new(SqlServerScript.Generate);

    [Fact]
    public void Script_is_well_formed_and_everything_it_names_is_there() => Assert.Empty(SqlServerScript.Faults(Script.Value));

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
