using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class LegalFormsTests
{
    [Theory]
    [InlineData("㈜두레솔에너지소재", "두레솔에너지소재")]
    [InlineData("(주)가늠테스트솔루션", "가늠테스트솔루션")]
    [InlineData("은결솔더㈜", "은결솔더")]
    [InlineData("（주） 한빛", "한빛")]
    [InlineData("솔마루세미텍 주식회사", "솔마루세미텍")]
    [InlineData("유한회사 새벽", "새벽")]
    [InlineData("취저우 란야오불소화학 주식유한공사", "취저우 란야오불소화학")]
    [InlineData("苏州澄锂新材料有限公司", "苏州澄锂新材料")]
    [InlineData("蘇州澄鋰新材料股份有限公司", "苏州澄锂新材料")]
    [InlineData("上海远航有限责任公司", "上海远航")]
    [InlineData("海敦功率半导体株式会社", "海敦功率半导体")]
    [InlineData("海敦功率半導體株式會社", "海敦功率半导体")]
    [InlineData("Yeoul Chemitech Co., Ltd.", "yeoul chemitech")]
    [InlineData("Yeoul Chemitech Co.,Ltd", "yeoul chemitech")]
    [InlineData("Solmaru Semitech Inc.", "solmaru semitech")]
    [InlineData("Onbyeol Materials Corp.", "onbyeol materials")]
    [InlineData("Ｈａｎｂｉｔ　ＣＯ．，ＬＴＤ．", "hanbit")]
    [InlineData("Coltd Incorporated Metals", "coltd incorporated metals")]
    public void Firms_are_named_without_their_legal_form(string name, string expected) => Assert.Equal(expected, LegalForms.Strip(name));

    [Theory]
    [InlineData("㈜두레솔에너지소재", "두레솔에너지소재")]
    [InlineData("苏州澄锂新材料有限公司", "苏州澄锂新材料")]
    [InlineData("蘇州澄鋰新材料（集團）股份有限公司", "蘇州澄鋰新材料(集團)")]
    [InlineData("Yeoul Chemitech Co., Ltd.", "Yeoul Chemitech")]
    [InlineData("SK LTD", "SK")]
    [InlineData("有限公司", "有限公司")]
    public void Short_name_keeps_its_capitals_and_characters(string name, string expected) =>
        Assert.Equal(expected, LegalForms.Shorten(name));

    [Theory]
    [InlineData("有限公司", "有限公司")]
    [InlineData("주식회사", "주식회사")]
    [InlineData("  ", "")]
    public void What_is_nothing_but_a_legal_form_stays(string name, string expected) => Assert.Equal(expected, LegalForms.Strip(name));

    [Fact]
    public void Long_row_of_forms_that_ends_in_something_else_is_read_at_once()
    {
        var row = string.Concat(Enumerable.Repeat(" ,co", 48));

        Assert.Equal($"a{row}x", LegalForms.Strip($"a{row}x"));
        Assert.Equal("a", LegalForms.Strip($"a{row}"));
    }
}
