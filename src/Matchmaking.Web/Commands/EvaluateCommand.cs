using System.CommandLine;
using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language.Evaluation;

namespace Matchmaking.Web.Commands;

/// <summary><c>evaluate --run RUN.tsv --qrels QRELS [--queries Q.jsonl --candidates C.jsonl] [--out REPORT.tsv]</c></summary>
internal static class EvaluateCommand
{
    private sealed record Files(string Run, string Judgements, string? Queries, string? Candidates);

    public static Command Create()
    {
        var run = new Option<string>("--run") { Description = "As rank writes it, or a run of TREC", Required = true };
        var judgements = new Option<string>("--qrels") { Description = "query 0 candidate relevance, as TREC has it", Required = true };
        var queries = new Option<string>("--queries") { Description = "The texts, for a table by language; with --candidates" };
        var candidates = new Option<string>("--candidates") { Description = "Likewise" };
        var output = new Option<string>("--out") { Description = "The report, tab-separated", DefaultValueFactory = _ => "-" };
        var command = new Command("evaluate", "Measures a run of rank against judgements.")
        {
            run,
            judgements,
            queries,
            candidates,
            output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(queries) is null != result.GetResult(candidates) is null)
            {
                result.AddError("--queries and --candidates go together.");
            }
        });
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    new Files(parsed.GetValue(run)!, parsed.GetValue(judgements)!, parsed.GetValue(queries), parsed.GetValue(candidates)),
                    parsed.GetValue(output)!,
                    parsed.InvocationConfiguration,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Files files,
        string outputFile,
        InvocationConfiguration console,
        CancellationToken cancellationToken
    )
    {
        var languages = await LanguagesAsync(files, cancellationToken);
        var judgements = await EvaluationFiles.ReadJudgementsAsync(
            files.Judgements,
            (line, query, candidate) => languages?.Check(files, line, query, candidate),
            cancellationToken
        );
        var run = await EvaluationFiles.ReadRunAsync(files.Run, cancellationToken);
        var all = RunEvaluation.Of(run, judgements);
        var report = new StringWriter { NewLine = "\n" };
        await report.WriteLineAsync("direction\tmeasure\tvalue\tlow\thigh\tqueries\tmissing");
        Write(report, "all", all);
        if (languages is not null)
        {
            foreach (var (direction, measured) in RunEvaluation.ByDirection(run, judgements, languages.OfQuery, languages.OfCandidate))
            {
                Write(report, $"{direction.Query.ToCode()}-{direction.Candidate.ToCode()}", measured);
            }
        }

        await WriteAsync(outputFile, report.ToString(), console.Output);
        var unjudged = run.Queries.Count(query => !judgements.Knows(query));
        await console.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"queries measured {all.Count}, of them missing from the run {all.Missing}; left out: {judgements.Hopeless} without a relevant candidate, {unjudged} of the run without judgements"
            )
        );
        return ExitCode.Done;
    }

    private static void Write(StringWriter report, string direction, MeasuredQueries measured)
    {
        foreach (var (name, estimate) in RetrievalMeasures.Names.Zip(measured.Estimates))
        {
            report.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{direction}\t{name}\t{estimate.Mean:0.0000}\t{estimate.Low:0.0000}\t{estimate.High:0.0000}\t{measured.Count}\t{measured.Missing}"
                )
            );
        }
    }

    private static async Task WriteAsync(string file, string report, TextWriter console)
    {
        if (file == "-")
        {
            await console.WriteAsync(report);
            return;
        }

        await using var output = TextFiles.OpenWrite(file);
        await output.WriteAsync(report);
    }

    private static async Task<TextLanguages?> LanguagesAsync(Files files, CancellationToken cancellationToken) =>
        files is { Queries: { } queries, Candidates: { } candidates }
            ? new TextLanguages(await ReadAsync(queries, cancellationToken), await ReadAsync(candidates, cancellationToken))
            : null;

    private static async Task<Dictionary<string, LanguageCode>> ReadAsync(string file, CancellationToken cancellationToken) =>
        (await JsonLines.ReadAsync<TextLine>(file, line => line.Id, cancellationToken)).ToDictionary(
            line => line.Id,
            line => line.LanguageIn(file)
        );

    private sealed class TextLanguages(Dictionary<string, LanguageCode> queries, Dictionary<string, LanguageCode> candidates)
    {
        public LanguageCode OfQuery(string query) => queries[query];

        public LanguageCode OfCandidate(string candidate) => candidates[candidate];

        public void Check(Files files, int line, string query, string candidate)
        {
            if (!queries.ContainsKey(query))
            {
                throw new BadInputException(files.Judgements, line, "query", $"'{query}' is not in {files.Queries}.");
            }

            if (!candidates.ContainsKey(candidate))
            {
                throw new BadInputException(files.Judgements, line, "candidate", $"'{candidate}' is not in {files.Candidates}.");
            }
        }
    }
}
