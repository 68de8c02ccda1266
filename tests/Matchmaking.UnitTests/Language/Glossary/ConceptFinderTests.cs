using FsCheck.Xunit;
using Matchmaking.Core.Language.Glossary;
using Xunit;

namespace Matchmaking.UnitTests.Language.Glossary;

public sealed class ConceptFinderTests
{
    private static readonly ConceptFinder Finder = ConceptGlossary.Shipped.Finder;

    [Theory]
    [InlineData("采购动力电池用铜箔", "铜箔")]
    [InlineData("求购電池管理系統", "電池管理系統")] // traditional
    [InlineData("ＬＥＤ灯管出口", "ＬＥＤ灯管")] // full width, across scripts
    [InlineData("LED 灯管", "LED 灯管")]
    [InlineData("리튬이온배터리를 찾습니다", "리튬이온배터리")]
    [InlineData("리튬 이온 배터리의 수입", "리튬 이온 배터리")]
    [InlineData("중고 인버터까지", "인버터")]
    [InlineData("선박용 도료", "선박용 도료")]
    [InlineData("Lithium-Ion Batteries wanted", "Lithium-Ion Batteries")]
    [InlineData("we buy copper foils", "copper foils")]
    [InlineData("NCM811 양극재", "양극재")]
    public void Term_is_found_however_it_is_written(string text, string expected) =>
        Assert.Contains(expected, Finder.Find(text).Select(mention => text[mention.Start..mention.End]));

    [Theory]
    [InlineData("锂离子电池", "리튬이온전지")]
    [InlineData("二轮摩托 摩托车", "이륜차")]
    [InlineData("set-top boxes", "셋톱박스")]
    [InlineData("氢氧化锂", "수산화리튬")]
    [InlineData("lithium-ion batteries", "리튬 이온 배터리")]
    public void Languages_meet_in_one_concept(string left, string right) =>
        Assert.NotEmpty(Ids(left).Intersect(Ids(right), StringComparer.Ordinal));

    [Theory]
    [InlineData("锂离子电池隔膜", "锂离子电池 隔膜")]
    [InlineData("电池级氢氧化锂", "电池级氢氧化锂")]
    [InlineData("배터리관리시스템", "배터리관리시스템")]
    [InlineData("battery management system", "battery management system")]
    public void Longest_term_wins_from_the_left(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Finder.Find(text).Select(mention => text[mention.Start..mention.End]).Distinct()));

    [Theory]
    [InlineData("PCBA생산", "PCB")]
    [InlineData("scarcity", "car")]
    [InlineData("steelworks", "steel")]
    [InlineData("M125", "M12")]
    [InlineData("泵房工程", "泵")] // one character is no word inside a run
    [InlineData("배터리를", "배")]
    [InlineData("사과문", "사과")]
    [InlineData("电, 池", "电池")]
    [InlineData("电 池", "电池")]
    [InlineData("电/池", "电池")]
    [InlineData("브레이징 페이스트", "이스트")]
    [InlineData("0.4초/매", "초")]
    [InlineData("양·음극 겸용", "양")]
    [InlineData("G10.5 라인", "G10")]
    public void What_only_looks_like_a_term_is_none(string text, string term) =>
        Assert.DoesNotContain(
            Finder.Find(text),
            mention => text[mention.Start..mention.End].Replace(" ", string.Empty, StringComparison.Ordinal) == term
        );

    [Theory]
    [InlineData("泵", "泵")]
    [InlineData("求购：泵。", "泵")]
    [InlineData("쌀을 수출", "쌀")]
    [InlineData("무가 필요", "무")]
    public void One_character_is_a_term_when_it_stands_alone(string text, string term) =>
        Assert.Contains(term, Finder.Find(text).Select(mention => text[mention.Start..mention.End]));

    [Fact]
    public void Ambiguous_word_gives_all_its_concepts_with_a_flag()
    {
        var mentions = Finder.Find("DCS");
        Assert.True(mentions.Count > 1);
        Assert.All(mentions, mention => Assert.True(mention.IsAmbiguous));
        Assert.False(Finder.Find("氢氧化锂")[0].IsAmbiguous);
    }

    [Fact]
    public void Acronym_in_small_letters_is_doubtful_and_a_common_word_is_none()
    {
        Assert.Empty(Finder.Find("it is an offer"));
        Assert.False(Assert.Single(Finder.Find("LNG")).IsAmbiguous);
        Assert.True(Assert.Single(Finder.Find("lng")).IsAmbiguous);
    }

    [Fact]
    public void Range_is_that_of_the_original_text()
    {
        const string Text = "①　ＬＥＤ　드라이버 및 氫氧化鋰!";
        var mention = Assert.Single(Finder.Find(Text), mention => mention.Concept.Id == "lithium-hydroxide");
        Assert.Equal("氫氧化鋰", Text[mention.Start..mention.End]);
    }

    [Property]
    public bool Any_text_gives_ordered_ranges_within_it(string? text)
    {
        var written = text ?? string.Empty;
        var mentions = Finder.Find(written);
        return mentions.All(mention => mention.Start >= 0 && mention.Start < mention.End && mention.End <= written.Length)
            && mentions.Zip(mentions.Skip(1)).All(pair => pair.First.End <= pair.Second.Start || pair.First.Start == pair.Second.Start);
    }

    [Property]
    public bool Term_is_found_between_anything_that_is_no_letter(ushort which, byte before, byte after)
    {
        var concept = ConceptGlossary.Shipped.Concepts[which % ConceptGlossary.Shipped.Concepts.Count];
        var (left, right) = (Around[before % Around.Length], Around[after % Around.Length]);
        return new[] { concept.Zh[0], concept.Ko[0], concept.En[0] }.All(term =>
            Finder
                .Find(left + term.Text + right)
                .Any(mention =>
                    mention.Concept.Id == concept.Id && mention.Start == left.Length && mention.End == left.Length + term.Text.Length
                )
        );
    }

    private static readonly string[] Around = ["", ", ", "\n\n", "（", "：", "! ", "“", " / , "];

    private static IEnumerable<string> Ids(string text) => Finder.Find(text).Select(mention => mention.Concept.Id);
}
