using System.Globalization;
using Matchmaking.Core.Language.Evaluation;

namespace Matchmaking.Web.Commands;

/// <summary>Runs and judgements as files. What is not right ends the verb with the file, the line and the field.</summary>
internal static class EvaluationFiles
{
    private const int OwnColumns = 4;
    private const int TrecColumns = 6;

    /// <summary>Four columns with tabs (query, candidate, rank, score: as <c>rank</c> writes them), or the six of TREC with blanks.</summary>
    public static async Task<RankedRun> ReadRunAsync(string file, CancellationToken cancellationToken)
    {
        var rows = new List<RankedCandidate>();
        var lines = new Dictionary<(string, string), int>();
        int? columns = null;
        await foreach (var (number, line) in LinesAsync(file, cancellationToken))
        {
            var cells = Cells(line, OwnColumns);
            columns ??= cells.Length is OwnColumns or TrecColumns ? cells.Length : null;
            if (cells.Length != columns)
            {
                var wanted = columns switch
                {
                    OwnColumns => "4 with tabs between, as in the lines before",
                    TrecColumns => "6, as in the lines before",
                    _ => "4 with tabs between (query, candidate, rank, score), or 6 (TREC)",
                };
                throw new BadInputException(file, number, "columns", $"{cells.Length}, expected {wanted}.");
            }

            var row =
                columns == OwnColumns
                    ? Row(file, number, cells[0], cells[1], cells[2], cells[3])
                    : Row(file, number, cells[0], cells[2], cells[3], cells[4]);
            if (!lines.TryAdd((row.Query, row.Candidate), number))
            {
                var before = lines[(row.Query, row.Candidate)];
                throw new BadInputException(
                    file,
                    number,
                    "candidate",
                    $"'{row.Candidate}' of '{row.Query}' stands in line {before} already."
                );
            }

            rows.Add(row);
        }

        return columns == TrecColumns ? RankedRun.ByScore(rows) : RankedRun.ByRank(rows);
    }

    /// <summary>The four columns of TREC: query, anything, candidate, relevance.</summary>
    /// <param name="relevant">Told of every relevant candidate with its line.</param>
    public static async Task<Judgements> ReadJudgementsAsync(
        string file,
        Action<int, string, string> relevant,
        CancellationToken cancellationToken
    )
    {
        var judgements = new Judgements();
        await foreach (var (number, line) in LinesAsync(file, cancellationToken))
        {
            if (Cells(line, OwnColumns) is not [var query, _, var candidate, var grade])
            {
                throw new BadInputException(file, number, "columns", "expected 4: query, 0, candidate, relevance.");
            }

            if (!int.TryParse(grade, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var relevance))
            {
                throw new BadInputException(file, number, "relevance", $"'{grade}' is not a whole number.");
            }

            if (!judgements.TryAdd(query, candidate, relevance))
            {
                throw new BadInputException(file, number, "candidate", $"'{candidate}' of '{query}' is judged in a line before.");
            }

            if (relevance > 0)
            {
                relevant(number, query, candidate);
            }
        }

        return judgements.Queries.Any() ? judgements : throw new BadInputException(file, null, "relevance", "no candidate is relevant.");
    }

    private static RankedCandidate Row(string file, int number, string query, string candidate, string rank, string score)
    {
        if (!int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            throw new BadInputException(file, number, "rank", $"'{rank}' is not a whole number.");
        }

        return double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new RankedCandidate(query, candidate, place, value)
            : throw new BadInputException(file, number, "score", $"'{score}' is not a number.");
    }

    /// <summary>By tabs where that gives the columns, so that identifiers may hold blanks; else by blanks.</summary>
    private static string[] Cells(string line, int columns) =>
        line.Split('\t', StringSplitOptions.TrimEntries) is { } cells && cells.Length == columns && cells.All(cell => cell.Length > 0)
            ? cells
            : line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static async IAsyncEnumerable<(int Number, string Line)> LinesAsync(
        string file,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var reader = TextFiles.OpenRead(file);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, line);
            }
        }
    }
}
