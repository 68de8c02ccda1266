using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.UnitTests.Language.Lexicon;

public sealed class HeadingTests
{
    private static readonly MeaningSpace Words = new(
        new ServiceCollection().AddLexicon(null).BuildServiceProvider().GetRequiredService<LearntLexicon>(),
        new NoTextEncoder()
    );

    private static HeadingNeighbours Neighbours => HeadingNeighbours.For(ConceptGlossary.Shipped, Words.Lexicon);

    [Theory]
    [InlineData("체크밸브", "8481")]
    [InlineData("光传输设备", "8517")]
    [InlineData("Ball valve", "8481")]
    [InlineData("脂肪酶", "3507")]
    public void Known_thing_leads_to_its_heading(string text, string heading)
    {
        var likely = Neighbours.Of(Words.Of(text)!)[0];

        Assert.Equal(heading, likely.Code);
        Assert.True(likely.Weight > 0.5);
    }

    [Theory]
    [InlineData("극저온 초고압 체크밸브", "8481")]
    [InlineData("辣味红烧鸡块", "1602")]
    [InlineData("신형 리튬이온 배터리셀", "8507")]
    public void Words_that_nobody_wrote_down_find_their_heading_among_their_like(string text, string heading)
    {
        Assert.Empty(ConceptGlossary.Shipped.Finder.NamedWithGoods(text));
        Assert.Equal(heading, Neighbours.Of(Words.Of(text)!)[0].Code);
    }

    [Fact]
    public void Text_whose_neighbours_disagree_is_surer_of_none_than_each_of_its_things()
    {
        float Surest(string text) => Neighbours.Of(Words.Of(text)!)[0].Weight;

        Assert.True(Surest("체크밸브 김치") < 0.9f * MathF.Min(Surest("체크밸브"), Surest("김치")));
    }

    [Fact]
    public void What_is_like_nothing_known_says_little()
    {
        var known = Neighbours.Of(Words.Of("밸브")!)[0].Weight;

        Assert.All(Neighbours.Of(Words.Of("tomorrow perhaps again")!), heading => Assert.True(heading.Weight < known));
    }

    [Theory]
    [InlineData(LanguageCode.Zh)]
    [InlineData(LanguageCode.Ko)]
    [InlineData(LanguageCode.En)]
    public void Name_of_a_heading_leads_to_it(LanguageCode language)
    {
        string[] codes = ["0901", "2836", "3004", "4011", "7208", "8413", "8507", "8542", "9018", "9403"];

        Assert.Equal(codes, codes.Select(code => Words.HeadingNames.Of(Words.Of(HsNomenclature.Name(code, language))!)[0].Code));
    }

    [Fact]
    public void Without_a_lexicon_there_are_none()
    {
        var nothing = new MeaningSpace(LearntLexicon.Empty, new NoTextEncoder());
        var meaning = QuantizedVector.Of([1f]);

        Assert.Empty(nothing.HeadingNames.Of(meaning));
        Assert.Empty(HeadingNeighbours.For(ConceptGlossary.Shipped, LearntLexicon.Empty).Of(meaning));
    }
}
