using Matchmaking.Core.Matching.Pages;
using Xunit;

namespace Matchmaking.UnitTests.Matching;

public sealed class TellingWordsTests
{
    [Theory]
    [InlineData("NCM811")]
    [InlineData("300 mm")]
    [InlineData("6인치")]
    [InlineData("正极材料")]
    [InlineData("나노")]
    public void Word_of_the_trade_says_something(string word) => Assert.True(TellingWords.Says(word));

    [Theory]
    [InlineData("500")]
    [InlineData("99.9%")]
    [InlineData("8507.60")]
    [InlineData("mm")]
    [InlineData("MPa")]
    [InlineData("톤")]
    [InlineData("毫米")]
    public void Number_or_unit_by_itself_says_nothing(string word) => Assert.False(TellingWords.Says(word));
}
