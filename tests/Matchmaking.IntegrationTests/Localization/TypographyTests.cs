using System.Text.RegularExpressions;
using Xunit;

namespace Matchmaking.IntegrationTests.Localization;

public sealed partial class TypographyTests
{
    /// <summary>Browsers set the small gap that typography asks for.</summary>
    [Fact]
    public void Chinese_stands_without_blanks_beside_digits_letters_and_what_is_filled_in()
    {
        Assert.Empty(Resources.Chinese.Values.Where(text => Loose().IsMatch(text)).Order(StringComparer.Ordinal));
        Assert.All(["共 {0} 条", "{0} 家", "HS 编码", "第3 页"], text => Assert.Matches(Loose(), text));
        Assert.DoesNotMatch(Loose(), "第{1} / {2}页，HS 2022品目");
    }

    [Fact]
    public void English_has_a_word_for_one_thing_and_a_word_for_several()
    {
        Assert.Empty(
            Resources
                .Chinese.Keys.Where(key => key.Contains(' ', StringComparison.Ordinal))
                .Where(key => Several().IsMatch(Resources.Neutral.GetValueOrDefault(key, key)))
                .Order(StringComparer.Ordinal)
        );
        Assert.Matches(Several(), "{0} saved searches");
        Assert.DoesNotMatch(Several(), "{0} {0:result|results}");
    }

    [GeneratedRegex(
        @"[\p{IsCJKUnifiedIdeographs}，。：；（）“”、！？] +[A-Za-z0-9{]|[A-Za-z0-9}] +[\p{IsCJKUnifiedIdeographs}，。：；（）“”、！？]",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Loose();

    [GeneratedRegex(
        @"\{\d\} ([a-z]+ )?(absences|entries|firms|mails|meetings|messages|passkeys|remarks|requests|results|rows|rules|searches|slots|times|wishes)\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Several();
}
