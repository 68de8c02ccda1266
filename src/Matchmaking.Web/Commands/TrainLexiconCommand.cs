using System.CommandLine;
using System.Globalization;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Language.Lexicon.Training;
using Matchmaking.Search;

namespace Matchmaking.Web.Commands;

/// <summary><c>train-lexicon --pairs FILE… --out FILE [--glossary DIR] [--encoder NAME] [--develop SPLITS]</c>: learns what words mean in the other languages.</summary>
internal static class TrainLexiconCommand
{
    private sealed record Options(IReadOnlyList<string> Pairs, string? Out, string? Glossary, string? Encoder, int? Rounds, int Splits);

    public static Command Create()
    {
        var pairs = new Option<string[]>("--pairs")
        {
            Description =
                "Aligned texts beside those that come with the product: columns apart by tabs, of which the first line names at least two of zh, ko, en, and perhaps hs; .gz is unpacked",
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<string?>("--out") { Description = "The lexicon; as Language:Lexicon names it" };
        var glossary = new Option<string?>("--glossary") { Description = "A folder of further glossary files" };
        var encoder = new Option<string?>("--encoder") { Description = "As Language:Encoder: a folder, or None to learn from words alone" };
        var rounds = new Option<int?>("--rounds") { Description = "Times that each pair is seen" };
        var splits = new Option<int>("--develop")
        {
            Description =
                "Instead, train on parts of the pairs, so many times, and report how well the rest is found, each channel out in turn",
        };
        var command = new Command("train-lexicon", "Learns a lexicon from texts that mean the same. The same input gives the same file.")
        {
            pairs,
            output,
            glossary,
            encoder,
            rounds,
            splits,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    new Options(
                        parsed.GetValue(pairs) ?? [],
                        parsed.GetValue(output),
                        parsed.GetValue(glossary),
                        parsed.GetValue(encoder),
                        parsed.GetValue(rounds),
                        parsed.GetValue(splits)
                    ),
                    parsed.InvocationConfiguration,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Options options, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        var tables = options.Pairs.Select(file => new AlignedTableFile(Path.GetFileName(file), Read(file))).ToList();
        await using var services = Services(options.Encoder);
        var encoder = services.GetRequiredService<ITextEncoder>();
        var glossary = options.Glossary is null ? ConceptGlossary.Shipped : ConceptGlossary.Read(options.Glossary);
        foreach (var (name, line, why) in glossary.Problems)
        {
            await streams.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}, line {line}: {why}"));
        }

        var own = OwnPairs.Of(glossary);
        var settings = new LexiconSettings();
        settings = options.Rounds is { } given ? settings with { Rounds = Math.Max(1, given) } : settings;
        if (options.Splits > 0)
        {
            var development = new LexiconDevelopment(own, glossary, settings, new RememberingEncoder(encoder), streams.Output);
            await development.ReportAsync(tables, options.Splits, cancellationToken);
            return ExitCode.Done;
        }

        if (options.Out is null)
        {
            throw new BadInputException("train-lexicon", null, "--out", "is missing.");
        }

        var sets = own.Concat(tables.SelectMany(table => AlignedTable.Pairs(table.Name, table.Rows, 1))).ToList();
        var progress = Console.IsErrorRedirected
            ? null
            : new Progress<double>(share => Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{share:P0} ")));
        var learnt = new LexiconTrainer(settings, encoder.Dimensions > 0 ? encoder.Encode : null).Train(sets, progress, cancellationToken);
        await using var file = File.Create(options.Out);
        LearntLexicon.Of(learnt, encoder.Id, tables.SelectMany(table => table.Rows)).Write(file);
        await streams.Output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sets.Sum(set => set.Pairs.Count)} pairs, {learnt.Places.Count} features, {file.Length} bytes"
            )
        );
        return ExitCode.Done;
    }

    private static ServiceProvider Services(string? encoder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Language:Encoder", encoder)]).Build();
        return new ServiceCollection().AddTextEncoder(configuration).BuildServiceProvider();
    }

    private static IReadOnlyList<AlignedRow> Read(string file)
    {
        try
        {
            return AlignedTable.Read(file);
        }
        catch (InvalidDataException exception)
        {
            throw new BadInputException(file, null, null, exception.Message);
        }
    }
}
