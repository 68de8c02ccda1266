using FsCheck.Xunit;
using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class TokenizerTests
{
    [Fact]
    public void Chinese_runs_are_cut_into_pairs_and_single_characters() =>
        Assert.Equal(
            [
                ("氢", TokenKind.Character),
                ("氧", TokenKind.Character),
                ("氢氧", TokenKind.Pair),
                ("化", TokenKind.Character),
                ("氧化", TokenKind.Pair),
                ("锂", TokenKind.Character),
                ("化锂", TokenKind.Pair),
            ],
            Tokenizer.Tokenize("氢氧化锂").Select(token => (token.Text, token.Kind))
        );

    [Theory]
    [InlineData("锂", "锂")]
    [InlineData("鋰", "锂")]
    [InlineData("링", "링")]
    [InlineData("铜 箔", "铜 箔")]
    public void Run_of_one_character_is_a_word_of_a_query(string query, string expected) => Assert.Equal(expected, Asked(query));

    [Theory]
    [InlineData("수산화리튬을", "수산화리튬 수산 산화 화리 리튬")]
    [InlineData("배터리의", "배터리 배터 터리")]
    [InlineData("공급합니다", "공급")]
    [InlineData("보유한 설비에서는", "설비")]
    [InlineData("소성로", "소성로 소성 성로")] // 로 is no particle behind ㅇ
    [InlineData("열전도", "열전도 열전 전도")]
    [InlineData("종이", "종이")]
    [InlineData("원료로", "원료")]
    [InlineData("수소 용기", "수소 용기")]
    [InlineData("수소용기", "수소용기 수소 소용 용기")]
    public void Korean_words_lose_their_endings_and_are_cut_into_pairs(string text, string expected) => Assert.Equal(expected, Asked(text));

    [Theory]
    [InlineData("NCM811", "ncm811 ncm 811")]
    [InlineData("NCM 811", "ncm 811")]
    [InlineData("NCM-811", "ncm811 ncm 811")]
    [InlineData("NT-proBNP", "ntprobnp nt probnp")]
    [InlineData("Wi-Fi / WiFi", "wifi wi fi wifi")]
    [InlineData("Si3N4", "si3n4")]
    [InlineData("LiPF₆", "lipf6 lipf")]
    [InlineData("ISO 9001", "iso 9001")]
    [InlineData("4H-SiC", "4hsic 4h sic")]
    [InlineData("single-crystal probes", "singlecrystal single crystal probe")]
    [InlineData("R&D, ODM/OEM", "r&d odm oem")]
    [InlineData("ECG/SpO2", "ecg spo2 spo")]
    [InlineData("C5-2", "c52 c5")]
    public void Names_and_grades_are_kept_whole_and_in_pieces(string text, string expected) => Assert.Equal(expected, Asked(text));

    [Theory]
    [InlineData("batteries", "battery")]
    [InlineData("glasses glass", "glass glass")]
    [InlineData("boxes switches meshes", "box switch mesh")]
    [InlineData("cases", "case")]
    [InlineData("lenses lens gases", "lens lens gas")]
    [InlineData("status analysis", "status analysis")]
    public void English_plurals_are_folded(string text, string expected) => Assert.Equal(expected, Asked(text));

    [Theory]
    [InlineData("99.9%", "99.9% 99.9")]
    [InlineData("９９．９％", "99.9% 99.9")]
    [InlineData("300 mm", "300mm 300")]
    [InlineData("300mm", "300mm 300")]
    [InlineData("5nm", "5nm 5")]
    [InlineData("10㎛", "10μm 10")]
    [InlineData("10微米", "10μm 10")]
    [InlineData("4N", "4n 4")]
    [InlineData("8인치", "8inch 8")]
    [InlineData("8英寸", "8inch 8")]
    [InlineData("7,000吨", "7000t 7000")]
    [InlineData("45~60", "45 60")]
    [InlineData("64-70", "64 70")]
    [InlineData("1,2,3", "1 2 3")]
    [InlineData("3 models", "3 model")]
    [InlineData("1000 mAh", "1000mah 1000")]
    public void Numbers_keep_their_units_in_any_language(string text, string expected) => Assert.Equal(expected, Asked(text));

    [Theory]
    [InlineData("8507.60", "hs:85 hs:8507 hs:850760")]
    [InlineData("HS 8507", "hs:85 hs:8507")]
    [InlineData("HS:850760", "hs:85 hs:8507 hs:850760")]
    [InlineData("ＨＳ８５０７", "hs8507 hs 8507")]
    [InlineData("8507", "8507")]
    [InlineData("1000.55", "1000.55")]
    public void Codes_of_the_nomenclature_are_terms_of_their_own(string text, string expected) => Assert.Equal(expected, Asked(text));

    [Theory]
    [InlineData("求购三元正极材料", "三元 元正 正极 极材 材料")]
    [InlineData("我司提供铜箔", "铜箔")]
    [InlineData("당사는 동박을 구매합니다", "동박")]
    [InlineData("We are looking for suppliers of copper foil", "copper foil")]
    public void Phrases_of_the_trade_say_nothing(string text, string expected) => Assert.Equal(expected, Compared(text));

    [Theory]
    [InlineData("求购", "求购")]
    [InlineData("구매", "구매")]
    [InlineData("suppliers", "supplier")]
    public void Phrases_of_the_trade_can_still_be_asked_for(string text, string expected) =>
        Assert.Contains(expected, Tokenizer.Tokenize(text).Select(token => token.Text));

    [Fact]
    public void Tokens_say_where_they_stand_in_the_original()
    {
        const string Text = "㈜한빛 NCM-811 양극재를 ３００ mm, 氫氧化鋰";

        var found = Tokenizer.Tokenize(Text).Select(token => (token.Text, Text[token.Start..token.End])).ToHashSet();

        Assert.Contains(("주", "㈜"), found);
        Assert.Contains(("ncm811", "NCM-811"), found);
        Assert.Contains(("양극재", "양극재"), found);
        Assert.Contains(("300mm", "３００ mm"), found);
        Assert.Contains(("化锂", "化鋰"), found);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \0\r\n\u200B\u202E")]
    [InlineData("😀👩‍🔬🇰🇷")]
    [InlineData("\uDC00\uD800")]
    public void Texts_without_words_have_no_tokens(string text) => Assert.Empty(Tokenizer.Tokenize(text));

    [Fact]
    public void Ten_thousand_characters_of_one_word_give_one_short_term()
    {
        Assert.Equal(new string('a', 64), Assert.Single(Tokenizer.Tokenize(new string('a', 10_000))).Text);
        Assert.Equal(2 * 10_000 - 1, Tokenizer.Tokenize(new string('锂', 10_000)).Count);
        Assert.NotEmpty(Tokenizer.Tokenize(string.Concat(Enumerable.Repeat("1,000", 2_000))));
    }

    [Fact]
    public void Han_outside_the_basic_plane_is_cut_between_characters() =>
        Assert.Equal(["𠮷", "𠮟", "𠮷𠮟"], Tokenizer.Tokenize("𠮷𠮟").Select(token => token.Text));

    [Property(MaxTest = 1000)]
    public bool Any_text_gives_terms_without_blanks_inside_its_bounds(string? text) =>
        Tokenizer
            .Tokenize(text ?? string.Empty)
            .All(token =>
                token.Text.Length > 0 && !token.Text.Any(char.IsWhiteSpace) && token.Start < token.End && token.End <= text!.Length
            );

    private static string Asked(string text) => Joined(text, token => token.Kind is not (TokenKind.Character or TokenKind.Filler));

    private static string Compared(string text) => Joined(text, token => token.Weight > 0);

    private static string Joined(string text, Func<Token, bool> which) =>
        string.Join(' ', Tokenizer.Tokenize(text).Where(which).Select(token => token.Text));
}
