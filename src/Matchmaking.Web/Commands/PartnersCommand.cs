using System.CommandLine;
using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Listings.Import;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Web.Commands;

/// <summary><c>partners --firms F.jsonl --top 10 --out P.jsonl [--for ID] [--same-country]</c>: the two-way ranking, on a file alone.</summary>
internal static class PartnersCommand
{
    private sealed record PartnerLine(string Id, IReadOnlyList<PartnerItem> Partners);

    private sealed record PartnerItem(string Id, double Score, IReadOnlyList<PairItem> TheyOffer, IReadOnlyList<PairItem> TheyNeed);

    /// <summary>Need and offer of one pair; whose is which follows from the direction.</summary>
    private sealed record PairItem(string Need, string Offer, double Score, IReadOnlyList<string> Because);

    public static Command Create()
    {
        var firms = new Option<string>("--firms") { Description = "One firm a line, as for import", Required = true };
        var top = new Option<int>("--top") { Description = "Partners a firm at most", DefaultValueFactory = _ => 10 };
        var output = new Option<string>("--out") { Description = "One line a firm", Required = true };
        var only = new Option<string?>("--for") { Description = "Only this firm's partners" };
        var sameCountry = new Option<bool>("--same-country") { Description = "Firms of the same country are partners too" };
        var command = new Command("partners", "Ranks firms as partners for each other, both ways.")
        {
            firms,
            top,
            output,
            only,
            sameCountry,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(firms)!,
                    Math.Max(1, parsed.GetValue(top)),
                    parsed.GetValue(output)!,
                    parsed.GetValue(only),
                    parsed.GetValue(sameCountry),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string file,
        int top,
        string outputFile,
        string? only,
        bool sameCountry,
        CancellationToken cancellationToken
    )
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var rows = await ReadAsync(file, now, cancellationToken);
        if (only is not null && !rows.Exists(row => row.Name == only))
        {
            throw new BadInputException(file, null, "id", $"no firm is called '{only}'.");
        }

        var byId = rows.ToDictionary(row => row.Firm.Id);
        await using var temporary = new TemporaryIndex("Lucene");
        await temporary.FillAsync(rows.Select(row => row.Firm), cancellationToken);
        await using var output = TextFiles.OpenWrite(outputFile);
        foreach (var row in rows.Where(row => only is null || row.Name == only))
        {
            var filter = sameCountry ? PartnerFilter.None : new PartnerFilter { Country = row.Firm.Country.Other() };
            var ranked = (await temporary.Ranking.RankAsync(row.Firm, filter, [], cancellationToken)).Fitting();
            var pairs = new PairRows(ranked, temporary.Pairs, row.Firm, now);
            var partners = ranked.Firms.Take(top).Select(partner => Item(pairs, row, partner, byId[partner.Id]));
            await output.WriteLineAsync(JsonLines.Write(new PartnerLine(row.Name, [.. partners])));
        }

        return ExitCode.Done;
    }

    private static PartnerItem Item(PairRows rows, FirmTextRow mine, RankedFirm partner, FirmTextRow theirs)
    {
        IReadOnlyList<PairItem> Pairs(DirectionScore direction, bool theyOffer) =>
            [
                .. rows.Of(partner, theirs.Firm, direction)
                    .Select(pair =>
                    {
                        var (own, other) = (mine.ListingNames[pair.Mine.Id], theirs.ListingNames[pair.Theirs.Id]);
                        return new PairItem(
                            theyOffer ? own : other,
                            theyOffer ? other : own,
                            Rounded(pair.Score),
                            [.. pair.Reasons.Select(Because)]
                        );
                    }),
            ];
        return new PartnerItem(
            theirs.Name,
            Rounded(partner.Score.Fused),
            Pairs(partner.Score.TheyOffer, theyOffer: true),
            Pairs(partner.Score.TheyNeed, theyOffer: false)
        );
    }

    /// <summary>The key, and after a colon its arguments.</summary>
    private static string Because(Reason reason) =>
        reason.Arguments.Count == 0 ? reason.Key : $"{reason.Key}:{string.Join(',', reason.Arguments)}";

    private static double Rounded(double score) => Math.Round(score, 4);

    private static async Task<List<FirmTextRow>> ReadAsync(string file, DateTime now, CancellationToken cancellationToken)
    {
        using var text = TextFiles.OpenRead(file);
        var rows = new List<FirmTextRow>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var line in JsonFirmRows.ReadAsync(text, cancellationToken))
        {
            var row = line.Row.Succeeded ? FirmTextRow.Of(line.Row.Value, now) : Result<FirmTextRow>.Failure(line.Row.Errors);
            if (!row.Succeeded)
            {
                throw new BadInputException(file, line.Number, row.Errors[0].Field, row.Errors[0].Code);
            }

            if (row.Value.Name.Length == 0 || !lines.TryAdd(row.Value.Name, line.Number))
            {
                var reason =
                    row.Value.Name.Length == 0
                        ? "is missing."
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"'{row.Value.Name}' stands in line {lines[row.Value.Name]} already."
                        );
                throw new BadInputException(file, line.Number, "id", reason);
            }

            rows.Add(row.Value);
        }

        return rows;
    }
}
