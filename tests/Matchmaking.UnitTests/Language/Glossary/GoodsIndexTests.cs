using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Xunit;

namespace Matchmaking.UnitTests.Language.Glossary;

/// <summary>The shipped index, and what the product makes of it.</summary>
public sealed class GoodsIndexTests
{
    private static readonly ConceptGlossary Shipped = ConceptGlossary.Shipped;

    private static readonly IReadOnlyList<(Concept Line, LanguageCode Language, ConceptTerm Term)> Goods =
    [
        .. from line in GoodsIndex.Lines
        from language in LanguageCodes.All
        from term in line.TermsIn(language)
        select (line, language, term),
    ];

    [Fact]
    public void Each_line_is_a_heading_and_they_rise()
    {
        Assert.All(GoodsIndex.Lines, line => Assert.True(line.Id.Length == 4 && HsNomenclature.Exists(line.Id), line.Id));
        Assert.Equal(
            GoodsIndex.Lines.Select(line => line.Id).Distinct().Order(StringComparer.Ordinal),
            GoodsIndex.Lines.Select(line => line.Id)
        );
    }

    [Fact]
    public void Goods_are_written_in_the_script_of_their_language() =>
        Assert.Empty(
            Goods.Where(item => GlossaryDataTests.IsMisspelt(item.Language, item.Term)).Select(item => $"{item.Line.Id}: {item.Term}")
        );

    [Fact]
    public void Nothing_stands_twice_in_a_language_of_a_line() =>
        Assert.Empty(
            from item in Goods
            group item by (item.Line.Id, item.Language, GlossaryDataTests.Key(item.Term)) into same
            where same.Count() > 1
            select same.Key
        );

    [Fact]
    public void What_a_concept_is_called_is_left_to_the_concept() =>
        Assert.Empty(Goods.Where(item => Shipped.Finder.Named(item.Term.Text).Count > 0).Select(item => $"{item.Line.Id}: {item.Term}"));

    [Fact]
    public void Line_is_told_from_a_concept()
    {
        Assert.All(GoodsIndex.Lines, line => Assert.True(GoodsIndex.IsLine(line)));
        Assert.DoesNotContain(Shipped.Concepts, GoodsIndex.IsLine);
    }

    [Fact]
    public void Goods_of_one_heading_are_no_concept_of_it()
    {
        Assert.Empty(Shipped.Finder.Find("脂肪酶"));
        Assert.Equal("3507", Assert.Single(Shipped.Finder.FindWithGoods("脂肪酶")).Concept.Id);
    }
}
