using System.Text.Json;
using Xunit;

namespace Matchmaking.IntegrationTests.Commands;

public sealed class RankingVerbTests : IDisposable
{
    private readonly VerbFolder files = new();

    [Fact]
    public async Task Rank_puts_the_text_that_says_more_of_the_query_first()
    {
        var queries = files.Write("q.jsonl", """{"id":"q1","text":"고순도 수산화리튬 LiOH"}""");
        var candidates = files.Write(
            "c.jsonl",
            """{"id":"c1","text":"철강 판재"}""",
            """{"id":"c2","text":"LiOH 电池级","language":"zh"}""",
            """{"id":"c3","text":"수산화리튬 LiOH 분말"}"""
        );

        var (exit, _, error) = await VerbFolder.RunAsync(
            "rank",
            "--queries",
            queries,
            "--candidates",
            candidates,
            "--out",
            files.Of("run.tsv")
        );

        Assert.Equal(0, exit);
        Assert.Contains("documents 3", error);
        var rows = (await File.ReadAllLinesAsync(files.Of("run.tsv"))).Select(line => line.Split('\t')).ToList();
        Assert.Equal(["q1", "c3", "1"], rows[0][..3]);
        Assert.Equal(["q1", "c2", "2"], rows[1][..3]);
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public async Task Partners_names_the_pairs_of_both_directions_in_the_words_of_the_file()
    {
        var firms = files.Write(
            "f.jsonl",
            """{"id":"f1","country":"KR","names":{"ko":"한빛","en":"Hanbit"},"offers":[{"id":"o1","text":"단결정 NCM811 양극재"}],"needs":[{"id":"n1","text":"LiOH 배터리급","hs":["2825.20"]}]}""",
            """{"id":"f2","country":"CN","names":{"zh":"澄锂","en":"Chengli"},"offers":[{"id":"o1","text":"电池级 LiOH","hs":["2825.20"]}],"needs":[{"id":"n1","text":"求购 NCM811 正极材料"}]}""",
            """{"id":"f3","country":"KR","names":{"ko":"새봄","en":"Saebom"},"offers":[{"id":"o1","text":"LiOH"}]}"""
        );

        var (exit, _, _) = await VerbFolder.RunAsync("partners", "--firms", firms, "--out", files.Of("p.jsonl"), "--for", "f1");

        Assert.Equal(0, exit);
        using var line = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(files.Of("p.jsonl"))));
        var partner = Assert.Single(line.RootElement.GetProperty("partners").EnumerateArray());
        Assert.Equal("f2", partner.GetProperty("id").GetString());
        Assert.InRange(partner.GetProperty("score").GetDouble(), 0.01, 1);
        var offered = Assert.Single(partner.GetProperty("theyOffer").EnumerateArray());
        Assert.Equal(("n1", "o1"), (offered.GetProperty("need").GetString(), offered.GetProperty("offer").GetString()));
        Assert.Contains("hs-subheading:282520", offered.GetProperty("because").EnumerateArray().Select(reason => reason.GetString()));
        Assert.Single(partner.GetProperty("theyNeed").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"id":"q1"}""", "text")]
    [InlineData("""{"id":"q1","text":"a","language":"fr"}""", "language")]
    [InlineData("not json", "q.jsonl:1")]
    public async Task Line_that_is_not_right_is_named(string line, string complaint)
    {
        var queries = files.Write("q.jsonl", line);

        var (exit, _, error) = await VerbFolder.RunAsync(
            "rank",
            "--queries",
            queries,
            "--candidates",
            queries,
            "--out",
            files.Of("run.tsv")
        );

        Assert.Equal(2, exit);
        Assert.Contains(complaint, error);
    }

    public void Dispose() => files.Dispose();
}
