using Matchmaking.Core.Common;
using Matchmaking.Core.Language.Lexicon.Training;
using Xunit;

namespace Matchmaking.UnitTests.Language.Lexicon;

public sealed class AlignedTableTests
{
    [Fact]
    public void Columns_are_found_by_their_names_and_synonyms_are_taken_apart()
    {
        var row = Assert.Single(Read("level\tko\tzh\ten\n4\t전해액|전해질\t电解液\telectrolyte\n"));
        Assert.Equal(["전해액", "전해질"], row.Texts[LanguageCode.Ko]);
    }

    [Fact]
    public void Row_of_one_language_is_no_pair() => Assert.Empty(Read("ko\tzh\n전해액\t\n"));

    [Fact]
    public void Table_of_one_language_is_refused() => Assert.Throws<InvalidDataException>(() => Read("ko\tname\n전해액\tx\n"));

    [Fact]
    public void Code_of_four_digits_says_which_heading_a_row_describes()
    {
        var rows = Read("hs\tzh\tko\n84.13\t液体泵\t액체 펌프\n8413.70\t离心泵\t원심펌프\n\t阀\t밸브\n");
        Assert.Equal(["8413", null, null], rows.Select(row => row.Heading));
    }

    [Fact]
    public void Code_that_does_not_exist_is_refused_with_its_line()
    {
        var refused = Assert.Throws<InvalidDataException>(() => Read("hs\tzh\tko\n8413\t泵\t펌프\n9999\t阀\t밸브\n"));
        Assert.Contains("line 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shorter_list_of_synonyms_is_gone_through_again()
    {
        var pairs = AlignedTable.Pairs("words", Read("ko\tzh\na1|a2|a3\tb1|b2\n"), 1);
        Assert.Equal([("a1", "b1"), ("a2", "b2"), ("a3", "b1")], Assert.Single(pairs).Pairs);
    }

    [Fact]
    public void Rows_of_one_head_are_held_out_together_and_rows_that_share_a_text_with_them_are_not_learnt_from()
    {
        var rows = Read(
            "zh\ten\n醇\tAlcohols; acyclic\n甲醇\tAlcohols; methanol\n甲醇\twood spirit\n"
                + string.Concat(Enumerable.Range(0, 40).Select(number => $"物{number}\tthing {number}\n"))
        );
        var outcomes = new HashSet<(int Held, bool Learnt)>();
        foreach (var seed in Enumerable.Range(0, 12))
        {
            var split = HeldOut.Split(rows, 0.5, seed);
            var held = split.Queries.Count(row => rows.Take(2).Contains(row));
            Assert.Empty(split.Queries.Intersect(split.Training));
            Assert.Equal(rows.Count, split.Candidates.Count);
            if (!split.Queries.Contains(rows[2]))
            {
                outcomes.Add((held, split.Training.Contains(rows[2])));
            }
        }

        Assert.Equal([(0, true), (2, false)], outcomes.Order());
    }

    private static IReadOnlyList<AlignedRow> Read(string table) => AlignedTable.Read(new StringReader(table));
}
