using System.IO.Compression;
using System.Text;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language.Lexicon.Training;

/// <summary>One row: what the three languages say of one thing; a language may be missing.</summary>
/// <param name="Texts">By language, each with its synonyms; the first is the usual one.</param>
/// <param name="Heading">Four digits where the row describes a whole heading of the nomenclature.</param>
public sealed record AlignedRow(IReadOnlyDictionary<LanguageCode, string[]> Texts, string? Heading = null);

/// <summary>
/// Reads aligned texts: columns apart by tabs, the first line names them, and those called <c>zh</c>, <c>ko</c> and <c>en</c> count.
/// Synonyms of a cell are apart by <c>|</c>. A column <c>hs</c> holds the heading that a row describes; longer codes do not count. A name
/// that ends in <c>.gz</c> is unpacked.
/// </summary>
public static class AlignedTable
{
    /// <exception cref="InvalidDataException">Fewer than two of the languages are named, or a code of the nomenclature does not exist.</exception>
    public static IReadOnlyList<AlignedRow> Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var unpacked = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : (Stream)stream;
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        return Read(reader);
    }

    public static IReadOnlyList<AlignedRow> Read(TextReader reader)
    {
        var header = reader.ReadLine()?.Split('\t') ?? [];
        var columns = header
            .Select((name, column) => (Known: LanguageCodes.TryParse(name.Trim(), out var language), language, column))
            .Where(found => found.Known)
            .ToList();
        if (columns.Count < 2)
        {
            throw new InvalidDataException("line 1: at least two of the columns zh, ko and en must be named.");
        }

        var coded = Array.FindIndex(header, name => string.Equals(name.Trim(), "hs", StringComparison.OrdinalIgnoreCase));
        var rows = new List<AlignedRow>();
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            var cells = line.Split('\t');
            var texts = columns
                .Where(column => column.column < cells.Length)
                .Select(column => (column.language, Terms: Synonyms(cells[column.column])))
                .Where(text => text.Terms.Length > 0)
                .ToDictionary(text => text.language, text => text.Terms);
            if (texts.Count > 1)
            {
                rows.Add(new AlignedRow(texts, coded >= 0 && coded < cells.Length ? Heading(cells[coded], number) : null));
            }
        }

        return rows;
    }

    /// <summary>Every synonym of one language with one of the other; the shorter list is gone through again.</summary>
    public static IReadOnlyList<AlignedSet> Pairs(string name, IEnumerable<AlignedRow> rows, double share)
    {
        var list = rows as IReadOnlyCollection<AlignedRow> ?? [.. rows];
        (LanguageCode, LanguageCode)[] directions =
        [
            (LanguageCode.Ko, LanguageCode.Zh),
            (LanguageCode.Ko, LanguageCode.En),
            (LanguageCode.Zh, LanguageCode.En),
        ];
        return
        [
            .. directions
                .Select(direction => new AlignedSet(
                    $"{name} {direction.Item1}-{direction.Item2}",
                    [.. list.SelectMany(row => Pairs(row, direction.Item1, direction.Item2)).Distinct()],
                    share
                ))
                .Where(set => set.Pairs.Count > 0),
        ];
    }

    private static IEnumerable<(string, string)> Pairs(AlignedRow row, LanguageCode left, LanguageCode right)
    {
        if (!row.Texts.TryGetValue(left, out var lefts) || !row.Texts.TryGetValue(right, out var rights))
        {
            yield break;
        }

        for (var place = 0; place < Math.Max(lefts.Length, rights.Length); place++)
        {
            yield return (lefts[place % lefts.Length], rights[place % rights.Length]);
        }
    }

    private static string? Heading(string cell, int line)
    {
        if (string.IsNullOrWhiteSpace(cell))
        {
            return null;
        }

        return HsNomenclature.TryParse(cell, out var code)
            ? code.Length == 4
                ? code
                : null
            : throw new InvalidDataException($"line {line}: '{cell}' is no heading or subheading of the Harmonized System.");
    }

    private static string[] Synonyms(string cell) =>
        cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
