using System.CommandLine;
using System.Globalization;
using Matchmaking.Core.Listings.Import;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Commands;

/// <summary><c>import FILE [--format jsonl|csv] [--dry-run] [--publish]</c></summary>
internal static class ImportCommand
{
    private static readonly string Help =
        "Takes firms and their listings from a file: one JSON object a line, or a table with a header in UTF-8, CP949 or GB18030. Columns: "
        + string.Join(", ", CsvFirmRows.ColumnNames)
        + ". Each row needs an id or a registrationNumber. Refused rows are listed on standard error; the others are kept. "
        + "Ends with 1 when a row was refused.";

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "- reads the standard input" };
        var format = new Option<string?>("--format") { Description = "jsonl or csv; otherwise by the name of the file" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var dryRun = new Option<bool>("--dry-run") { Description = "Check and count, keep nothing" };
        var publish = new Option<bool>("--publish") { Description = "Publish the listings; otherwise they wait as drafts" };
        var command = new Command("import", Help) { file, format, dryRun, publish };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(file)!,
                    parsed.GetValue(format),
                    new ImportOptions(parsed.GetValue(dryRun), parsed.GetValue(publish)),
                    parsed.InvocationConfiguration,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string file,
        string? format,
        ImportOptions options,
        InvocationConfiguration streams,
        CancellationToken cancellationToken
    )
    {
        await using var stream = await OpenAsync(file, cancellationToken);
        var encoding =
            await TextFile.DetectAsync(stream, cancellationToken)
            ?? throw new BadInputException(file, null, null, "is no text in UTF-8, CP949 or GB18030.");
        using var text = new StreamReader(stream, encoding);
        var isTable = format is null ? Path.GetExtension(file).ToLowerInvariant() is ".csv" or ".tsv" or ".txt" : format == "csv";
        var rows = isTable ? await TableAsync(file, text, streams.Error) : JsonFirmRows.ReadAsync(text, cancellationToken);

        await using var host = await CommandHost.StartAsync(cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var progress = Console.IsErrorRedirected ? null : new Progress<int>(read => Console.Error.Write($"\r{read}"));
        var report = await scope.ServiceProvider.GetRequiredService<ImportFirms>().ExecuteAsync(rows, options, progress, cancellationToken);

        var texts = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Texts>>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        foreach (var (number, error) in report.Refused)
        {
            await streams.Error.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file}:{number}: {(error.Field is null ? string.Empty : error.Field + ": ")}{texts.Sentence(error)}"
                )
            );
        }

        await streams.Output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(options.DryRun ? "dry run: " : string.Empty)}read {report.Read}, created {report.Created}, updated {report.Updated}, unchanged {report.Unchanged}, refused {report.RefusedRows}"
            )
        );
        return report.Refused.Count == 0 ? ExitCode.Done : ExitCode.No;
    }

    private static async Task<IAsyncEnumerable<ReadRow>> TableAsync(string file, TextReader text, TextWriter error)
    {
        var table =
            await CsvFirmRows.OpenAsync(text)
            ?? throw new BadInputException(
                file,
                1,
                null,
                $"no known column in the header. Known: {string.Join(", ", CsvFirmRows.ColumnNames)}."
            );
        if (table.UnknownColumns.Count > 0)
        {
            await error.WriteLineAsync($"{file}:1: left out, since not known: {string.Join(", ", table.UnknownColumns)}");
        }

        return table.ReadAsync();
    }

    private static async Task<Stream> OpenAsync(string file, CancellationToken cancellationToken)
    {
        if (file != "-")
        {
            return File.OpenRead(file);
        }

        // Finding the encoding out takes more than one pass.
        var buffer = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(buffer, cancellationToken);
        return buffer;
    }
}
