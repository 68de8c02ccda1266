using Matchmaking.Core.Language.Glossary;
using Xunit;

namespace Matchmaking.UnitTests.Language.Glossary;

public sealed class NamedHeadingsTests
{
    [Theory]
    [InlineData("체크밸브", "8481")]
    [InlineData("광전송장비", "8517")]
    [InlineData("2차전지 제조장비", "8479")]
    [InlineData("汽车座椅套", "8708")]
    [InlineData("Ball valve", "8481")]
    public void Thing_leads_to_its_heading(string text, string heading) => Assert.Equal(heading, Of(text)[0].Code);

    [Fact]
    public void Thing_itself_stands_before_what_it_is_for()
    {
        var headings = Of("휴대폰용 카메라모듈");

        Assert.Equal("8525", headings[0].Code);
        Assert.True(headings.Single(heading => heading.Code == "8517").Weight < headings[0].Weight / 2);
    }

    [Fact]
    public void Each_item_of_an_enumeration_is_a_thing_itself() =>
        Assert.Equal(["8413", "8481"], Of("펌프, 밸브").Select(heading => heading.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Words_that_say_what_is_done_with_it_take_nothing_away() => Assert.Equal(Of("밸브 제조")[0].Code, Of("밸브")[0].Code);

    [Fact]
    public void Long_description_says_less_than_the_thing_alone() =>
        Assert.True(Of("Valve of the kind that nobody ever saw before")[0].Weight < Of("Valve")[0].Weight / 2);

    [Fact]
    public void What_the_writer_did_not_mean_counts_nothing()
    {
        var struck = ConceptGlossary.Shipped.Finder.Find("체크밸브").Select(mention => mention.Concept.Id).ToList();

        Assert.Empty(NamedHeadings.Of("체크밸브", struck, ConceptGlossary.Shipped.Finder));
    }

    [Fact]
    public void Service_has_no_heading() => Assert.Empty(Of("회계서비스"));

    private static IReadOnlyList<NamedHeading> Of(string text) => NamedHeadings.Of(text, [], ConceptGlossary.Shipped.Finder);
}
