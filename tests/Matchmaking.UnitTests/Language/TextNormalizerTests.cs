using System.Text;
using FsCheck.Xunit;
using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("㈜한빛", "(주)한빛")]
    [InlineData("㈱韓進", "(株)韩进")]
    [InlineData("ＡＢＣ－１２３　ｔｅｓｔ", "abc-123 test")]
    [InlineData("ﾊﾞｯﾃﾘｰ", "バッテリー")]
    [InlineData("氫氧化鋰電池級", "氢氧化锂电池级")]
    [InlineData("有限責任公司", "有限责任公司")]
    [InlineData("10㎛, 25µm, 5㎚", "10μm, 25μm, 5nm")]
    [InlineData("LiPF₆ m³ Ⅲ ①", "lipf6 m3 iii 1")]
    [InlineData("한글", "한글")]
    [InlineData("ﾡﾢ", "ᄀᄁ")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("a\u200Bb\u00ADc\u202Ed", "abcd")]
    [InlineData("line\r\nbreak\0end", "line  break end")]
    [InlineData("e\u0301clair", "éclair")]
    public void Texts_that_read_alike_fold_to_one_form(string text, string expected) => Assert.Equal(expected, TextNormalizer.Fold(text));

    [Fact]
    public void Decomposed_hangul_is_composed_and_points_back_to_all_its_letters()
    {
        var decomposed = "한글".Normalize(NormalizationForm.FormD);

        var normalized = TextNormalizer.Normalize(decomposed);

        Assert.Equal("한글", normalized.Text);
        Assert.Equal(0..3, normalized.Source(0, 1));
        Assert.Equal(3..6, normalized.Source(1, 2));
    }

    [Fact]
    public void Every_piece_of_a_folded_character_points_to_the_whole_character()
    {
        var normalized = TextNormalizer.Normalize("㈜한빛");

        Assert.Equal(0..1, normalized.Source(1, 2));
        Assert.Equal(1..3, normalized.Source(3, 5));
    }

    [Fact]
    public void Lone_surrogates_become_blanks()
    {
        Assert.Equal("a b ", TextNormalizer.Fold("a\uD800b\uDC00"));
        Assert.Equal(" 한", TextNormalizer.Fold("\uDBFF한"));
    }

    [Fact]
    public void Ten_thousand_marks_on_one_letter_end_quickly_and_vanish() =>
        Assert.Equal("a", TextNormalizer.Fold("a" + new string('\u0335', 10_000)));

    [Property(MaxTest = 500)]
    public bool Folding_twice_changes_nothing_more(string? text) =>
        TextNormalizer.Fold(text ?? string.Empty) is var once && TextNormalizer.Fold(once) == once;
}
