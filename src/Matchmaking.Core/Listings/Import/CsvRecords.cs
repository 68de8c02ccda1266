using System.Text;
using CsvHelper;

namespace Matchmaking.Core.Listings.Import;

/// <param name="Line">The physical line on which it starts, from 1.</param>
/// <param name="Fields">Null when a quotation mark is opened there and never closed.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string>? Fields);

/// <summary>
/// The records of a table, its header first, without those that are empty. A quotation mark that is not closed within a reasonable number of
/// lines spoils its own line only: reading starts again behind it.
/// </summary>
internal static class CsvRecords
{
    private const int LinesOfOneRecord = 200;
    private static readonly char[] Separators = [',', '\t', ';'];

    /// <param name="text">The whole table; the separator is the one that its first line has most of.</param>
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var first = text.TrimStart().Split('\n', 2)[0];
        var separator = Separators.MaxBy(candidate => first.Count(character => character == candidate));
        var (offset, linesBefore) = (0, 0);
        while (offset < bytes.Length)
        {
            var open = 0L;
            var options = new CsvReaderOptions
            {
                HasHeader = false,
                Separator = separator,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                OnMalformedRecord = record => open = record.Reason == CsvMalformedReason.UnterminatedQuote ? record.LineNumber : open,
            };
            using var reader = CsvReader.Create(bytes.AsMemory(offset), options);
            var end = bytes.Length;
            while (reader.Read())
            {
                var line = linesBefore + (int)reader.LineNumber;
                var lines = reader.RawRecord.Count((byte)'\n') + 1;
                var isOpen = reader.LineNumber == open;
                if (lines > (isOpen ? 1 : LinesOfOneRecord + 1))
                {
                    var start = offset + (int)reader.ByteOffset;
                    end = start + bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
                    linesBefore = line;
                    yield return new CsvRecord(line, Fields: null);
                    break;
                }

                if (!reader.RawRecord.Trim(" \t"u8).IsEmpty)
                {
                    yield return new CsvRecord(line, isOpen ? null : [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
                }
            }

            offset = end;
        }
    }
}
