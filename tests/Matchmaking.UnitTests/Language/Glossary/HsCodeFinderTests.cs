using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Xunit;

namespace Matchmaking.UnitTests.Language.Glossary;

public sealed class HsCodeFinderTests
{
    private const int Limit = 8;

    private static readonly HsCodeFinder Codes = new(ConceptGlossary.Shipped);

    [Theory]
    [InlineData("배터리", "8507")]
    [InlineData("电池", "8507")]
    [InlineData("電池", "8507")]
    [InlineData("인버터", "8504")]
    [InlineData("셋톱박스", "8528")]
    [InlineData("이륜차", "8711")]
    [InlineData("摩托车", "8711")]
    [InlineData("motorcycles", "8711")]
    [InlineData("리튬 이온 배터리", "8507")]
    [InlineData("脂肪酶", "3507")]
    [InlineData("게보린", "3004")]
    public void Word_of_the_trade_leads_to_its_heading_first(string query, string heading) =>
        Assert.StartsWith(heading, Codes.Search(query, Limit)[0].Entry.Code, StringComparison.Ordinal);

    [Theory]
    [InlineData("storage batt", "8507")]
    [InlineData("반도체 제조장비", "8486")]
    [InlineData("葵花籽", "1206")]
    public void Names_of_headings_still_count(string query, string heading) =>
        Assert.Contains(Codes.Search(query, Limit), found => found.Entry.Code.StartsWith(heading, StringComparison.Ordinal));

    [Fact]
    public void Number_is_taken_as_a_code()
    {
        Assert.Equal("850760", Assert.Single(Codes.Search("8507.60", Limit)).Entry.Code);
        Assert.All(Codes.Search("850", Limit), found => Assert.Null(found.Concept));
    }

    [Fact]
    public void No_code_comes_twice()
    {
        var codes = Codes.Search("배터리 인버터 电池 battery", 50).Select(found => found.Entry.Code).ToList();
        Assert.Equal(codes.Distinct(), codes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("zzzzzz")]
    public void Nothing_is_found_for_what_names_nothing(string query) => Assert.Empty(Codes.Search(query, Limit));

    [Theory]
    [InlineData("고순도 수산화리튬 월 40톤 구매", "배터리급, 순도 99.5% 이상", "282520")]
    [InlineData("求购光伏逆变器", "用于屋顶电站", "850440")]
    [InlineData("Looking for lithium-ion batteries", "for scooters", "850760")]
    public void Listing_gets_the_code_of_what_its_title_names(string title, string text, string expected)
    {
        var codes = Codes.Suggest(title, text, [], [], Limit).Select(found => found.Entry.Code).ToList();
        Assert.Contains(expected, codes.Take(3));
    }

    [Fact]
    public void Code_that_stands_already_is_not_suggested_nor_is_its_heading()
    {
        var before = Codes.Suggest("锂离子电池", "电池", [], [], Limit).Select(found => found.Entry.Code).ToList();
        var after = Codes.Suggest("锂离子电池", "电池", [], ["850760"], Limit).Select(found => found.Entry.Code).ToList();
        Assert.Contains("8507", before);
        Assert.Contains("850760", before);
        Assert.DoesNotContain("8507", after);
        Assert.DoesNotContain("850760", after);
    }

    [Fact]
    public void Struck_concept_suggests_nothing() =>
        Assert.Empty(Codes.Suggest("氢氧化锂", string.Empty, ["lithium-hydroxide"], [], Limit));

    [Fact]
    public void Suggestion_names_the_concept_that_it_comes_from()
    {
        var found = Codes.Suggest("氢氧化锂", string.Empty, [], [], Limit)[0];
        Assert.Equal(("lithium-hydroxide", HsNomenclature.Find("282520")), (found.Concept?.Id, found.Entry));
    }
}
