using Xunit;

namespace Matchmaking.UnitTests.Architecture;

/// <summary>A list of exceptions, each with its reason. One that nothing needs any more is as wrong as one that is missing.</summary>
internal static class Reasons
{
    public static void AssertCover(IReadOnlyDictionary<string, string> reasons, IEnumerable<string> offenders) =>
        Assert.Equal(reasons.Keys.Order(StringComparer.Ordinal), offenders.Order(StringComparer.Ordinal));
}

public sealed class ReasonsTests
{
    [Theory]
    [InlineData("listed", "offends")]
    [InlineData("listed")]
    [InlineData("listed", "listed", "offends")]
    public void Stale_or_missing_reason_is_found_out(string reason, params string[] offenders) =>
        Assert.ThrowsAny<Exception>(() => Reasons.AssertCover(new Dictionary<string, string> { [reason] = "why" }, offenders));

    [Fact]
    public void Reasons_for_all_that_offends_and_nothing_else_are_left_alone() =>
        Reasons.AssertCover(new Dictionary<string, string> { ["b"] = "why", ["a"] = "why" }, ["a", "b"]);
}
