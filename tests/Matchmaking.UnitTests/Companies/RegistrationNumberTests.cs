using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Xunit;

namespace Matchmaking.UnitTests.Companies;

public sealed class RegistrationNumberTests
{
    [Theory]
    [InlineData(Country.CN, "91350100M000100Y43", "91350100M000100Y43")] // the worked example printed in GB 32100-2015
    [InlineData(Country.CN, "91350100ｍ000100y43", "91350100M000100Y43")]
    [InlineData(Country.KR, "124-81-00998", "1248100998")] // Samsung Electronics, from its published reports
    [InlineData(Country.KR, "１２４－８１－００９９８", "1248100998")]
    [InlineData(Country.KR, " 124 81 00998 ", "1248100998")]
    public void Published_numbers_are_well_formed(Country country, string text, string expected) =>
        Assert.Equal(expected, RegistrationNumber.Parse(country, text).Value.Value);

    [Theory]
    [InlineData(Country.CN, "91350100M000100Y4", "length")]
    [InlineData(Country.CN, "9135010OM000100Y43", "character")]
    [InlineData(Country.CN, "9I350100M000100Y43", "character")]
    [InlineData(Country.CN, "91350100M000100Y44", "check-digit")]
    [InlineData(Country.CN, "000000000000000000", "all-zero")]
    [InlineData(Country.KR, "12481009", "length")]
    [InlineData(Country.KR, "124-81-0099A", "character")]
    [InlineData(Country.KR, "124-81-00997", "check-digit")]
    [InlineData(Country.KR, "000-00-00000", "all-zero")]
    public void Numbers_that_are_not_well_formed_name_the_reason(Country country, string text, string reason)
    {
        var error = Assert.Single(RegistrationNumber.Parse(country, text).Errors);

        Assert.Equal($"registration-number.{reason}", error.Code);
    }
}
