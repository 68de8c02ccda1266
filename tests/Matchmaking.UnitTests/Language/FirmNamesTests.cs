using FsCheck.Xunit;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class FirmNamesTests
{
    [Theory]
    [InlineData("(주)한빛소재", "한빛소재 주식회사", FirmNameReason.Same)]
    [InlineData("苏州诚力材料有限公司", "蘇州誠力材料股份有限公司", FirmNameReason.Same)]
    [InlineData("Hanbit Materials Co., Ltd.", "HANBIT  MATERIALS Inc.", FirmNameReason.Same)]
    [InlineData("三星电子", "삼성전자(주)", FirmNameReason.SameReading)]
    [InlineData("LG化学", "LG화학", FirmNameReason.SameReading)]
    [InlineData("量子科技", "양자과기", FirmNameReason.SameReading)]
    [InlineData("三成电子", "三星电子", FirmNameReason.Homophone)]
    [InlineData("대성산업", "Daesung Saneop", FirmNameReason.SameSound)]
    [InlineData("Daesung Saneop", "Taesong Sanup", FirmNameReason.SameSound)]
    public void Probably_equal_names_are_found_with_their_reason(string left, string right, FirmNameReason reason)
    {
        var likeness = Compare(left, right);
        Assert.Equal(reason, likeness?.Reason);
        Assert.Equal(likeness, Compare(right, left));
    }

    [Theory]
    [InlineData("한빛소재", "한벗소재")]
    [InlineData("苏州诚力材料有限公司", "苏州力诚材料有限公司")]
    [InlineData("삼성전자", "三星化学")]
    [InlineData("Hana", "Hani")] // too few consonants to tell
    [InlineData("주식회사", "有限公司")]
    [InlineData("대한", "대한전자")]
    public void Other_names_are_not(string left, string right) => Assert.Null(Compare(left, right));

    [Fact]
    public void Any_name_of_a_firm_counts_and_the_surest_likeness_wins()
    {
        var left = new FirmNames(new LocalizedText("三星电子", "삼성전자", "Samsung Electronics"));
        Assert.Equal(FirmNameReason.Same, left.Compare(new FirmNames(new LocalizedText(string.Empty, "삼성전자㈜", "Other")))?.Reason);
        Assert.Equal(
            FirmNameReason.SameReading,
            new FirmNames(new LocalizedText("三星电子", string.Empty, "A")).Compare(Of("삼성전자"))?.Reason
        );
    }

    [Fact]
    public void Likeness_of_letters_is_surer_than_that_of_sounds()
    {
        double[] falling =
        [
            Compare("한빛소재", "한빛소재")!.Value.Confidence,
            Compare("三星电子", "삼성전자")!.Value.Confidence,
            Compare("三星", "삼성")!.Value.Confidence,
            Compare("三成电子", "三星电子")!.Value.Confidence,
        ];
        Assert.Equal(falling.OrderDescending(), falling);
        Assert.Equal(falling.Distinct().Count(), falling.Length);
    }

    [Property]
    public bool Comparison_is_symmetric_and_every_name_with_a_letter_is_like_itself(string? left, string? right)
    {
        var (one, other) = (left ?? string.Empty, right ?? string.Empty);
        return Compare(one, other) == Compare(other, one)
            && (Compare(one, one)?.Reason == FirmNameReason.Same || !TextNormalizer.Fold(one).Any(char.IsLetterOrDigit));
    }

    private static FirmNameLikeness? Compare(string left, string right) => Of(left).Compare(Of(right));

    private static FirmNames Of(string name) => new(new LocalizedText(string.Empty, name, string.Empty));
}
