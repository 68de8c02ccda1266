using System.Diagnostics;
using System.Text.Json;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>
/// The engines put the same texts first, among ten thousand: what firms of the trade would write of two things each in Chinese, asked for in
/// Korean by one of the two.
/// </summary>
public sealed class EngineAgreementTests(EngineAgreementTests.LuceneRun lucene) : IClassFixture<EngineAgreementTests.LuceneRun>
{
    private const int Candidates = 10_000;
    private const int Queries = 200;
    private const int Top = 10;

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public async Task Elasticsearch_ranks_as_Lucene_does(int major)
    {
        using var server = await ElasticsearchServer.FindAsync(major, secured: false);

        var (run, _) = await lucene.RankAsync("Elasticsearch", server.Settings());

        var expected = await lucene.RunAsync();
        var overlap = expected.Average(query => query.Value.Intersect(run[query.Key]).Count() / (double)query.Value.Count);
        Assert.InRange(overlap, 0.9, 1);
        Assert.InRange(Math.Abs(MeanReciprocalRank(expected) - MeanReciprocalRank(run)), 0, 0.01);
        Assert.Empty(await server.IndicesAsync());
    }

    /// <summary>A query's number begins the ids of the candidates that are right.</summary>
    private static double MeanReciprocalRank(IReadOnlyDictionary<string, IReadOnlyList<string>> run) =>
        run.Average(query =>
        {
            var place = query.Value.TakeWhile(candidate => candidate.Split('-')[0] != query.Key).Count();
            return place == query.Value.Count ? 0 : 1.0 / (place + 1);
        });

    public sealed class LuceneRun : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-agreement-").FullName;
        private readonly Lazy<Task<IReadOnlyDictionary<string, IReadOnlyList<string>>>> run;

        public LuceneRun() => run = new(async () => (await RankAsync("Lucene", new Dictionary<string, string?>())).Run);

        public Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> RunAsync() => run.Value;

        public async Task<(IReadOnlyDictionary<string, IReadOnlyList<string>> Run, string Report)> RankAsync(
            string engine,
            IReadOnlyDictionary<string, string?> settings
        )
        {
            var (queries, candidates) = (Path.Combine(folder, "q.jsonl"), Path.Combine(folder, "c.jsonl"));
            if (!File.Exists(queries))
            {
                var rows = Rows();
                await File.WriteAllLinesAsync(
                    candidates,
                    Enumerable
                        .Range(0, Candidates)
                        .Select(number => Line($"{number % rows.Count}-{number}", "zh", $"{Zh(rows, number)}、{Zh(rows, number * 31 + 7)}"))
                );
                await File.WriteAllLinesAsync(
                    queries,
                    Enumerable
                        .Range(0, Queries)
                        .Select(number => number * 37 % rows.Count)
                        .Select(row => Line($"{row}", "ko", $"{rows[row].Ko} 공급업체"))
                );
            }

            var output = Path.Combine(folder, $"{engine}-{Guid.NewGuid():N}.tsv");
            var start = new ProcessStartInfo(
                Path.Combine(AppContext.BaseDirectory, "Matchmaking.Web"),
                ["rank", "--queries", queries, "--candidates", candidates, "--top", $"{Top}", "--out", output, "--engine", engine]
            )
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                // The lexicon alone: encoding ten thousand texts would take a minute.
                Environment = { ["Language__Encoder"] = "None" },
            };
            foreach (var (key, value) in settings)
            {
                start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
            }

            using var process = Process.Start(start)!;
            var report = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, report);
            TestContext.Current.SendDiagnosticMessage("{0}: {1}", engine, report);
            return (
                File.ReadLines(output)
                    .Select(line => line.Split('\t'))
                    .GroupBy(row => row[0])
                    .ToDictionary(query => query.Key, IReadOnlyList<string> (query) => [.. query.Select(row => row[1])]),
                report
            );
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);

        private static string Line(string id, string language, string text) =>
            JsonSerializer.Serialize(
                new
                {
                    id,
                    text,
                    language,
                }
            );

        private static string Zh(List<(string Zh, string Ko)> rows, int number) => rows[number % rows.Count].Zh;

        /// <summary>The preferred terms of the glossary that ships.</summary>
        private static List<(string Zh, string Ko)> Rows() =>
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src/Matchmaking.Core/Language/Data/Glossary"), "*.tsv")
                    .Order(StringComparer.Ordinal)
                    .SelectMany(File.ReadLines)
                    .Select(line => line.Split('\t'))
                    .Select(columns => (Zh: Preferred(columns[1]), Ko: Preferred(columns[2])))
                    .DistinctBy(row => row.Zh),
            ];

        private static string Preferred(string terms) => terms.Split('|')[0].TrimEnd('*');
    }
}
