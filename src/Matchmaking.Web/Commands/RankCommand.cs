using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search;

namespace Matchmaking.Web.Commands;

/// <summary><c>rank --queries Q.jsonl --candidates C.jsonl --top 10 --out RUN.tsv [--engine Lucene|Elasticsearch]</c>: text against text, nothing else used.</summary>
internal static class RankCommand
{
    public static Command Create()
    {
        var queries = new Option<string>("--queries")
        {
            Description = "One JSON object a line: id, text, language (zh, ko, en; may be left out)",
            Required = true,
        };
        var candidates = new Option<string>("--candidates") { Description = "Likewise", Required = true };
        var top = new Option<int>("--top") { Description = "Candidates a query at most", DefaultValueFactory = _ => 10 };
        top.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<int>() < 1)
            {
                value.AddError("--top must be at least 1.");
            }
        });
        var output = new Option<string>("--out") { Description = "query, candidate, rank, score, with tabs between", Required = true };
        var engine = new Option<string>("--engine") { DefaultValueFactory = _ => "Lucene" };
        engine.AcceptOnlyFromAmong([.. SearchRegistration.Engines]);
        var command = new Command("rank", "Ranks texts for texts.") { queries, candidates, top, output, engine };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(queries)!,
                    parsed.GetValue(candidates)!,
                    parsed.GetValue(top),
                    parsed.GetValue(output)!,
                    parsed.GetValue(engine)!,
                    parsed.InvocationConfiguration.Error,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string queryFile,
        string candidateFile,
        int top,
        string outputFile,
        string engine,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var queries = await ReadAsync(queryFile, ListingKind.Need, cancellationToken);
        var candidates = await ReadAsync(candidateFile, ListingKind.Offer, cancellationToken);
        await using var temporary = new TemporaryIndex(engine);
        var started = Stopwatch.GetTimestamp();
        await temporary.FillAsync(candidates.Select(candidate => candidate.Firm), cancellationToken);
        var indexed = Stopwatch.GetElapsedTime(started);
        var names = candidates.ToDictionary(candidate => candidate.Firm.Id, candidate => candidate.Name);
        var milliseconds = new List<double>(queries.Count);
        await using var output = TextFiles.OpenWrite(outputFile);
        foreach (var (name, firm) in queries)
        {
            var begun = Stopwatch.GetTimestamp();
            var ranked = await temporary.Ranking.RankAsync(firm, PartnerFilter.None, [], cancellationToken);
            milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            foreach (var (place, partner) in ByText(ranked).Take(top).Index())
            {
                await output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}\t{names[partner.Id]}\t{place + 1}\t{partner.Score.TheyOffer.Score:0.000000}"
                    )
                );
            }
        }

        milliseconds.Sort();
        await error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"documents {candidates.Count}, indexed in {indexed.TotalSeconds:0.00} s, queries {queries.Count}, median {Percentile(milliseconds, 0.5):0.00} ms, p95 {Percentile(milliseconds, 0.95):0.00} ms a query"
            )
        );
        return ExitCode.Done;
    }

    /// <summary>By the texts alone: nothing else is known here.</summary>
    public static IEnumerable<RankedFirm> ByText(RankedFirms ranked) =>
        ranked.Firms.OrderByDescending(partner => partner.Score.TheyOffer.Score);

    private static double Percentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    private static async Task<List<(string Name, FirmText Firm)>> ReadAsync(
        string file,
        ListingKind kind,
        CancellationToken cancellationToken
    )
    {
        var lines = await JsonLines.ReadAsync<TextLine>(file, line => line.Id, cancellationToken);
        return lines.ConvertAll(line => (line.Id, FirmOf(line.Text, line.LanguageIn(file), kind)));
    }

    /// <summary>A firm that says nothing but one text.</summary>
    public static FirmText FirmOf(string text, LanguageCode language, ListingKind kind)
    {
        var content = new ListingContent
        {
            Language = language,
            Title = text,
            Text = string.Empty,
        };
        return new FirmText(
            CompanyId.New(),
            Version: 1,
            Country.CN,
            new LocalizedText(string.Empty, string.Empty, string.Empty),
            string.Empty,
            string.Empty,
            VerifiedUntil: null,
            [new ListingText(ListingId.New(), kind, content, DateOnly.MaxValue)]
        );
    }
}
