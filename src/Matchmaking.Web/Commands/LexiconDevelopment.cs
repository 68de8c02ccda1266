using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Evaluation;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Language.Lexicon.Training;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Web.Commands;

/// <summary>
/// How well texts are found that the lexicon has not seen, by the ranking that the site uses: with everything, with each channel out in
/// turn, and with a lexicon that has seen nothing of the kind of text it is asked about.
/// </summary>
internal sealed class LexiconDevelopment(
    IReadOnlyList<AlignedSet> own,
    ConceptGlossary glossary,
    LexiconSettings settings,
    ITextEncoder encoder,
    TextWriter output
)
{
    private const double HeldShare = 0.28;
    private const int QueriesADirection = 200;
    private const int Depth = 100;

    public async Task ReportAsync(IReadOnlyList<AlignedTableFile> tables, int splits, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("split\ttable\tchannels\tqueries\tR@1\tR@10\tMRR");
        for (var seed = 1; seed <= splits; seed++)
        {
            var held = tables.Select(table => HeldOut.Split(table.Rows, HeldShare, seed)).ToList();
            var all = Train(tables.Select((table, place) => table with { Rows = held[place].Training }), cancellationToken);
            for (var place = 0; place < tables.Count; place++)
            {
                var (table, split) = (tables[place], held[place]);
                var others = Train(tables.Where(other => other != table), cancellationToken);
                var nothing = new NoTextEncoder();
                (string Channels, ConceptGlossary Concepts, MeaningSpace Meanings)[] measured =
                [
                    ("all", glossary, new MeaningSpace(all, encoder)),
                    ("no encoder", glossary, new MeaningSpace(all, nothing)),
                    ("no lexicon", glossary, new MeaningSpace(LearntLexicon.Empty, encoder)),
                    ("no concepts", ConceptGlossary.Empty, new MeaningSpace(all, encoder)),
                    ("words alone", glossary, new MeaningSpace(LearntLexicon.Empty, nothing)),
                    ("other domain", glossary, new MeaningSpace(others, encoder)),
                ];
                foreach (var (channels, concepts, meanings) in measured)
                {
                    await MeasureAsync(seed, table, split, channels, concepts, meanings, cancellationToken);
                }
            }
        }
    }

    private LearntLexicon Train(IEnumerable<AlignedTableFile> tables, CancellationToken cancellationToken)
    {
        var seen = tables.ToList();
        var sets = own.Concat(seen.SelectMany(table => AlignedTable.Pairs(table.Name, table.Rows, 1))).ToList();
        var trainer = new LexiconTrainer(settings, encoder.Dimensions > 0 ? encoder.Encode : null);
        return LearntLexicon.Of(trainer.Train(sets, null, cancellationToken), encoder.Id, seen.SelectMany(table => table.Rows));
    }

    private async Task MeasureAsync(
        int seed,
        AlignedTableFile table,
        HeldOut split,
        string channels,
        ConceptGlossary concepts,
        MeaningSpace meanings,
        CancellationToken cancellationToken
    )
    {
        var values = new List<IReadOnlyList<double>>();
        foreach (var target in LanguageCodes.All)
        {
            var texts = split
                .Candidates.Where(row => row.Texts.ContainsKey(target))
                .Select(row => row.Texts[target][0])
                .Distinct(StringComparer.Ordinal)
                .ToList();
            await using var index = new TemporaryIndex("Lucene", new ListingReader(concepts, meanings));
            var firms = texts.ConvertAll(text => RankCommand.FirmOf(text, target, ListingKind.Offer));
            await index.FillAsync(firms, cancellationToken);
            var textsById = firms.Zip(texts).ToDictionary(pair => pair.First.Id, pair => pair.Second);
            foreach (var source in LanguageCodes.All.Where(source => source != target))
            {
                values.AddRange(await DirectionAsync(index, split, source, target, textsById, cancellationToken));
            }
        }

        var estimates = Estimate.OfEach(values);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{seed}\t{table.Name}\t{channels}\t{values.Count}\t{estimates[0].Mean:0.000}\t{estimates[2].Mean:0.000}\t{estimates[3].Mean:0.000} ({estimates[3].Low:0.000}–{estimates[3].High:0.000})"
            )
        );
    }

    private static async Task<IReadOnlyList<IReadOnlyList<double>>> DirectionAsync(
        TemporaryIndex index,
        HeldOut split,
        LanguageCode source,
        LanguageCode target,
        Dictionary<CompanyId, string> texts,
        CancellationToken cancellationToken
    )
    {
        var right = split
            .Candidates.Where(row => row.Texts.ContainsKey(source) && row.Texts.ContainsKey(target))
            .ToLookup(row => row.Texts[source][0], row => row.Texts[target][0], StringComparer.Ordinal);
        var queries = split
            .Queries.Where(row => row.Texts.ContainsKey(source) && row.Texts.ContainsKey(target))
            .Select(row => row.Texts[source][0])
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        new Random(1).Shuffle(queries);
        var measured = new List<IReadOnlyList<double>>();
        foreach (var query in queries.Take(QueriesADirection))
        {
            var firm = RankCommand.FirmOf(query, source, ListingKind.Need);
            var ranked = await index.Ranking.RankAsync(firm, PartnerFilter.None, [], cancellationToken);
            string[] found = [.. RankCommand.ByText(ranked).Take(Depth).Select(partner => texts[partner.Id])];
            measured.Add(RetrievalMeasures.Of(found, right[query].Distinct().ToDictionary(text => text, _ => 1)).Values);
        }

        return measured;
    }
}

/// <param name="Name">Of the file, for the report.</param>
internal sealed record AlignedTableFile(string Name, IReadOnlyList<AlignedRow> Rows);
