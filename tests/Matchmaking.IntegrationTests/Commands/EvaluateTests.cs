using Xunit;

namespace Matchmaking.IntegrationTests.Commands;

public sealed class EvaluateTests : IDisposable
{
    private readonly VerbFolder files = new();

    [Fact]
    public async Task Run_of_ours_is_measured_all_together_and_by_direction()
    {
        var run = files.Write("run.tsv", "q1\tc1\t1\t0.9", "q1\tc2\t2\t0.5", "q2\tc1\t1\t0.7", "q9\tc1\t1\t0.7");
        var judged = files.Write("qrels", "q1 0 c1 1", "q2\t0\tc2\t1", "q3 0 c1 1", "q4 0 c1 0");
        var queries = files.Write("q.jsonl", Text("q1", "수산화리튬"), Text("q2", "니켈"), Text("q3", "钴酸锂正极"), Text("q4", "铜"));
        var candidates = files.Write("c.jsonl", Text("c1", "氢氧化锂"), """{"id":"c2","text":"Ni","language":"zh"}""");
        string[] verb =
        [
            "evaluate",
            "--run",
            run,
            "--qrels",
            judged,
            "--queries",
            queries,
            "--candidates",
            candidates,
            "--out",
            files.Of("report.tsv"),
        ];

        var (exit, _, error) = await VerbFolder.RunAsync(verb);
        var report = await File.ReadAllTextAsync(files.Of("report.tsv"));
        await VerbFolder.RunAsync(verb);

        Assert.Equal(0, exit);
        Assert.StartsWith("direction\tmeasure\tvalue\tlow\thigh\tqueries\tmissing\nall\tR@1\t0.3333\t", report);
        Assert.Equal(["all", "zh-zh", "ko-zh"], Rows(report).Select(row => row[0]).Distinct());
        Assert.Equal(["0.5000", "2", "0"], Figures(report, "ko-zh", "MRR"));
        Assert.Equal(["0.0000", "1", "1"], Figures(report, "zh-zh", "nDCG@10"));
        Assert.Contains("missing from the run 1; left out: 1 without a relevant candidate, 1 of the run", error);
        Assert.Equal(report, await File.ReadAllTextAsync(files.Of("report.tsv")));

        static string[] Figures(string report, string direction, string measure) =>
            Rows(report).Single(row => row[0] == direction && row[1] == measure) is var row ? [row[2], row[5], row[6]] : [];
    }

    [Fact]
    public async Task Run_of_TREC_goes_by_its_scores_and_the_report_to_standard_output()
    {
        var run = files.Write("run.txt", "q1 Q0 c1 1 0.2 tag", "q1 Q0 c2 2 0.8 tag");
        var judged = files.Write("qrels", "q1 0 c2 2");

        var (exit, output, _) = await VerbFolder.RunAsync("evaluate", "--run", run, "--qrels", judged);

        Assert.Equal(0, exit);
        Assert.Equal(["R@1", "R@5", "R@10", "MRR", "nDCG@10"], Rows(output).Select(row => row[1]));
        Assert.All(Rows(output), row => Assert.Equal("1.0000", row[2]));
    }

    [Theory]
    [InlineData("q1\tc1\tfirst\t0.9", "run.tsv:2: rank: 'first'")]
    [InlineData("q1\tc1\t1\tNaN", "run.tsv:2: score: 'NaN'")]
    [InlineData("q1\tc1", "run.tsv:2: columns: 2")]
    [InlineData("q1 Q0 c1 1 0.2 tag", "run.tsv:2: columns: 6")]
    [InlineData("q0\tc0\t2\t0.1", "run.tsv:2: candidate: 'c0'")]
    public async Task Line_of_the_run_that_is_not_right_is_named(string line, string complaint) =>
        await AssertRefusedAsync(["q0\tc0\t1\t0.9", line], ["q0 0 c0 1"], complaint);

    [Theory]
    [InlineData("q1 0 c1", "qrels:2: columns")]
    [InlineData("q1 0 c1 much", "qrels:2: relevance: 'much'")]
    [InlineData("q0 0 c0 0", "qrels:2: candidate: 'c0'")]
    [InlineData("q1 0 c0 1", "qrels:2: query: 'q1' is not in")]
    [InlineData("q0 0 c1 1", "qrels:2: candidate: 'c1' is not in")]
    public async Task Line_of_the_judgements_that_is_not_right_is_named(string line, string complaint) =>
        await AssertRefusedAsync(["q0\tc0\t1\t0.9"], ["q0 0 c0 1", line], complaint);

    [Fact]
    public async Task Nothing_relevant_is_nothing_to_measure() =>
        await AssertRefusedAsync(["q0\tc0\t1\t0.9"], ["q0 0 c0 0"], "qrels: relevance: no candidate");

    [Fact]
    public async Task Texts_of_one_side_alone_are_refused()
    {
        var (exit, _, error) = await VerbFolder.RunAsync("evaluate", "--run", "-", "--qrels", "-", "--queries", "q.jsonl");

        Assert.Equal((2, "--queries and --candidates go together."), (exit, error.Trim()));
    }

    public void Dispose() => files.Dispose();

    private async Task AssertRefusedAsync(string[] run, string[] judged, string complaint)
    {
        var texts = (Queries: files.Write("q.jsonl", Text("q0", "니켈")), Candidates: files.Write("c.jsonl", Text("c0", "镍")));
        var (exit, output, error) = await VerbFolder.RunAsync([
            "evaluate",
            "--run",
            files.Write("run.tsv", run),
            "--qrels",
            files.Write("qrels", judged),
            "--queries",
            texts.Queries,
            "--candidates",
            texts.Candidates,
        ]);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Contains(complaint, Assert.Single(error.TrimEnd().Split('\n')));
    }

    private static IEnumerable<string[]> Rows(string report) => report.TrimEnd().Split('\n').Skip(1).Select(row => row.Split('\t'));

    private static string Text(string id, string text) => $$"""{"id":"{{id}}","text":"{{text}}"}""";
}
