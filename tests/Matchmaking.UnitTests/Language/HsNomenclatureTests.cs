using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class HsNomenclatureTests
{
    [Fact]
    public void All_chapters_of_the_2022_edition_are_there_and_all_names_in_three_languages()
    {
        var chapters = HsNomenclature.Entries.Where(entry => entry.Code.Length == 2).Select(entry => entry.Code).ToList();

        // Chapter 77 is kept free by the convention.
        Assert.Equal(Enumerable.Range(1, 97).Where(number => number != 77).Select(number => $"{number:D2}"), chapters);
        Assert.All(
            HsNomenclature.Entries,
            entry =>
            {
                Assert.NotEqual(string.Empty, entry.Names.Zh);
                Assert.NotEqual(string.Empty, entry.Names.Ko);
                Assert.NotEqual(string.Empty, entry.Names.En);
                Assert.True(HsNomenclature.Exists(entry.Code[..2]));
            }
        );
    }

    [Theory]
    [InlineData("8507.60", "850760")]
    [InlineData("8507 60", "850760")]
    [InlineData("ＨＳ ８５０７", "8507")]
    [InlineData("HS:8507.60", "850760")]
    public void Codes_are_read_however_they_are_written(string text, string expected)
    {
        Assert.True(HsNomenclature.TryParse(text, out var code));
        Assert.Equal(expected, code);
    }

    [Theory]
    [InlineData("85")]
    [InlineData("0000.00")]
    [InlineData("9999")]
    [InlineData("8507.6")]
    [InlineData("8507.60.10")]
    [InlineData("85O7")]
    [InlineData("")]
    [InlineData("\uD800")]
    public void What_is_no_heading_or_subheading_is_refused(string text) => Assert.False(HsNomenclature.TryParse(text, out _));

    [Fact]
    public void Subheading_goes_by_the_name_of_its_heading()
    {
        Assert.Equal("蓄电池", HsNomenclature.Name("850760", LanguageCode.Zh));
        Assert.Equal("이차전지·축전지", HsNomenclature.Name("8507", LanguageCode.Ko));
        Assert.Equal("8507.60", HsNomenclature.Format("850760"));
        Assert.Equal(string.Empty, HsNomenclature.Name("9999", LanguageCode.En));
    }

    [Theory]
    [InlineData("이차전지", "8507")]
    [InlineData("전지", "8507")]
    [InlineData("蓄电池", "8507")]
    [InlineData("蓄電池", "8507")]
    [InlineData("battery", "8507")]
    [InlineData("storage batt", "8507")]
    [InlineData("반도체 제조장비", "8486")]
    [InlineData("葵花籽", "1206")]
    [InlineData("茶", "0902")]
    [InlineData("말", "0101")]
    public void Headings_are_found_by_a_name_in_any_language(string query, string expected) =>
        Assert.Contains(expected, HsNomenclature.Search(query, 8).Select(entry => entry.Code));

    [Fact]
    public void Headings_are_found_by_the_start_of_their_code()
    {
        Assert.All(HsNomenclature.Search("850", 20), entry => Assert.StartsWith("850", entry.Code, StringComparison.Ordinal));
        Assert.Equal("850760", Assert.Single(HsNomenclature.Search("8507.60", 20)).Code);
        Assert.Equal("8507", Assert.Single(HsNomenclature.Search("8507.6", 20)).Code);
        Assert.Empty(HsNomenclature.Search("9999", 20));
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("zzzzzz")]
    public void Nothing_is_found_for_what_names_nothing(string query) => Assert.Empty(HsNomenclature.Search(query, 8));
}
