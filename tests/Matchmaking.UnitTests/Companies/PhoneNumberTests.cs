using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Xunit;

namespace Matchmaking.UnitTests.Companies;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData(Country.KR, "032-555-0100", "+82325550100", "+82 32-555-0100")]
    [InlineData(Country.KR, "010 1234 5678", "+821012345678", "+82 10-1234-5678")]
    [InlineData(Country.KR, "+86 512 5550 0100", "+8651255500100", "+86 512 5550 0100")]
    [InlineData(Country.CN, "０５１２－５５５０－０１００", "+8651255500100", "+86 512 5550 0100")]
    [InlineData(Country.CN, "138 0013 8000", "+8613800138000", "+86 138 0013 8000")]
    [InlineData(Country.KR, "02-555-0100 ext. 12", "+8225550100;ext=12", "+82 2-555-0100 ext. 12")]
    public void Numbers_are_read_by_the_rules_of_the_firms_country(Country country, string text, string stored, string shown)
    {
        var number = PhoneNumber.Parse(country, text).Value;

        Assert.Equal(stored, number.Value);
        Assert.Equal(shown, PhoneNumber.Display(number.Value));
    }

    [Theory]
    [InlineData("123")]
    [InlineData("call me")]
    [InlineData("😀")]
    [InlineData("+999 123")]
    [InlineData("0325550100032555010003255501000325550100")]
    public void Other_texts_are_refused(string text) => Assert.False(PhoneNumber.Parse(Country.KR, text).Succeeded);
}
