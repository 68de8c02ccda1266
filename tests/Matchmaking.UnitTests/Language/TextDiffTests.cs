using Matchmaking.Core.Language;
using Xunit;

namespace Matchmaking.UnitTests.Language;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("월 40톤 공급", "월 60톤 공급", "월 [-40][+60]톤 공급")]
    [InlineData("每月可稳定供应 40 吨", "每月可稳定供应 60 吨", "每月可稳定供应 [-40][+60] 吨")]
    [InlineData(
        "纯度 99.5% 以上。可先寄样品。",
        "纯度 99.5% 以上，可签年度长约，可先寄样品。",
        "纯度 99.5% 以上[-。][+，可签年度长约，]可先寄样品。"
    )]
    [InlineData("lithium hydroxide, battery grade", "lithium carbonate, battery grade", "lithium [-hydroxide][+carbonate], battery grade")]
    [InlineData("고순도 수산화리튬", "고순도 탄산리튬", "고순도 [-수산화리튬][+탄산리튬]")]
    [InlineData("same", "same", "same")]
    [InlineData("", "new", "[+new]")]
    [InlineData("old", "", "[-old]")]
    [InlineData("", "", "")]
    [InlineData("👩‍🔬 연구", "👩‍🏭 연구", "[-👩‍🔬][+👩‍🏭] 연구")]
    [InlineData("we sell steel", "they buy copper", "[-we sell steel][+they buy copper]")]
    public void Difference_is_marked_as_a_person_would(string before, string after, string expected) =>
        Assert.Equal(expected, Marked(TextDiff.Of(before, after)));

    [Fact]
    public void Both_texts_can_be_read_from_the_difference()
    {
        var random = new Random(7);
        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => "가나다라마바"[random.Next(6)].ToString()));
        for (var round = 0; round < 300; round++)
        {
            var (before, after) = (Words(random.Next(30)), Words(random.Next(30)));

            var parts = TextDiff.Of(before, after);

            Assert.Equal(before, string.Concat(parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)));
            Assert.Equal(after, string.Concat(parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)));
        }
    }

    [Fact]
    public void A_text_written_anew_is_shown_as_a_whole()
    {
        var (before, after) = (new string('甲', 4000), new string('乙', 4000));

        Assert.Equal([new(DiffKind.Removed, before), new(DiffKind.Added, after)], TextDiff.Of(before, after));
    }

    private static string Marked(IEnumerable<DiffPart> parts) =>
        string.Concat(
            parts.Select(part =>
                part.Kind switch
                {
                    DiffKind.Removed => $"[-{part.Text}]",
                    DiffKind.Added => $"[+{part.Text}]",
                    _ => part.Text,
                }
            )
        );
}
