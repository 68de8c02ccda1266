using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Indexing;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>Words of all scripts, as people write them in one place and type them in another.</summary>
public abstract partial class PartnerIndexContract
{
    [Theory]
    [InlineData("高纯锡锭", "锡")]
    [InlineData("锡", "锡")]
    [InlineData("고순도 금", "금")]
    [InlineData("금 은 동", "은")]
    [InlineData("电池级氢氧化锂", "氢氧化锂")]
    [InlineData("電池級氫氧化鋰", "氢氧化锂")]
    [InlineData("电池级氢氧化锂", "氫氧化鋰")]
    [InlineData("배터리를 위한 분리막", "분리막")]
    [InlineData("이차전지용 배터리", "배터리")]
    [InlineData("Lithium hydroxide", "LITHIUM")]
    [InlineData("高速ＰＣＢ电路板", "pcb")]
    [InlineData("LED 조명", "ｌｅｄ")]
    [InlineData("数控机床CNC加工", "cnc")]
    [InlineData("六氟磷酸锂 LiPF6 电解液", "lipf6")]
    [InlineData("𠮷田式注塑机", "𠮷田")]
    [InlineData("Ütimaco Größe 24", "größe")]
    public async Task Word_is_found_as_it_is_typed(string written, string asked)
    {
        var firm = Offering(written);
        await PutAsync(
            firm,
            Offering("无关的东西"),
            Firms.Firm(Country.KR, "나루", Firms.Offer("관계없는 것")),
            Offering("Something else")
        );
        var words = Tokenizer
            .Tokenize(asked)
            .Where(token => token.Kind is not (TokenKind.Character or TokenKind.Part))
            .Select(token => token.Text)
            .Distinct()
            .ToArray();

        Assert.NotEmpty(words);
        Assert.Equal(firm.Id, Assert.Single(await WordsAsync(words.Length, words)).Id);
        Assert.Equal(1, (await Index.StatisticsAsync(words, default)).Frequencies[words[0]]);
    }

    [Fact]
    public async Task Words_that_no_tokenizer_makes_find_nothing_and_break_nothing()
    {
        await PutAsync(Offering("铜箔"));

        foreach (var word in new[] { "\"", "*:*", "a:b", "\\", "AND", "(", "铜箔*", "😀", new string('x', 4000) })
        {
            Assert.Empty(await WordsAsync(1, word));
        }
    }
}
