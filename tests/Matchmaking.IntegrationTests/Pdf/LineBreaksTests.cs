using Matchmaking.Core.Common;
using Matchmaking.Web.Pdf;
using Xunit;

namespace Matchmaking.IntegrationTests.Pdf;

/// <summary>Where a line of a PDF file may end.</summary>
public sealed class LineBreaksTests
{
    [Theory]
    [InlineData(LanguageCode.Ko, "한빛 정밀(주) 부품", "한빛 |정밀(주) |부품")]
    [InlineData(LanguageCode.Ko, "韓光 精密", "韓光 |精密")]
    [InlineData(LanguageCode.Zh, "岩恒（苏州）材料，公司", "岩|恒|（苏|州）|材|料，|公|司")]
    [InlineData(LanguageCode.Zh, "LG新能源 A2", "LG|新|能|源 |A2")]
    [InlineData(LanguageCode.En, "Ro-Ro Co., Ltd. 2027-03-10", "Ro-|Ro |Co., |Ltd. |2027-03-10")]
    [InlineData(LanguageCode.Zh, "𠮷田", "𠮷|田")]
    [InlineData(LanguageCode.En, "  a  b ", "a |b ")]
    public void Text_comes_apart_where_its_language_allows(LanguageCode language, string text, string pieces) =>
        Assert.Equal(
            pieces,
            string.Join('|', LineBreaks.Pieces(text, language).Select(piece => piece.Text + (piece.BlankAfter ? " " : "")))
        );
}
