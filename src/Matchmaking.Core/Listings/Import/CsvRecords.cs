using System.Text;

namespace Matchmaking.Core.Listings.Import;

/// <param name="Line">The physical line on which it starts, from 1.</param>
/// <param name="Fields">Null when a quotation mark is opened there and never closed.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string>? Fields);

/// <summary>
/// Records of RFC 4180: fields may stand in quotation marks, doubled inside, and may then hold separators and line ends. A mark that is not
/// closed within a reasonable number of lines spoils its own line only.
/// </summary>
internal sealed class CsvRecords(TextReader text)
{
    private const int LinesOfOneRecord = 200;
    private static readonly char[] Separators = [',', '\t', ';'];
    private readonly Queue<string> pending = new();
    private int line;
    private char separator;

    /// <summary>The next record that is not empty, or null at the end. The first one decides the separator.</summary>
    public async Task<CsvRecord?> ReadAsync()
    {
        string? start;
        do
        {
            start = await NextLineAsync();
            line++;
        } while (start is not null && string.IsNullOrWhiteSpace(start));

        if (start is null)
        {
            return null;
        }

        if (separator == default)
        {
            separator = Separators.MaxBy(candidate => start.Count(character => character == candidate));
        }

        var begin = line;
        var record = new StringBuilder(start);
        var more = new List<string>();
        IReadOnlyList<string>? fields;
        while ((fields = Split(record.ToString())) is null && more.Count < LinesOfOneRecord && await NextLineAsync() is { } next)
        {
            more.Add(next);
            record.Append('\n').Append(next);
        }

        if (fields is null)
        {
            var rest = more.Concat(pending).ToList();
            pending.Clear();
            rest.ForEach(pending.Enqueue);
        }
        else
        {
            line += more.Count;
        }

        return new CsvRecord(begin, fields);
    }

    private async Task<string?> NextLineAsync() => pending.TryDequeue(out var waiting) ? waiting : await text.ReadLineAsync();

    /// <summary>Null when the record ends inside quotation marks.</summary>
    private List<string>? Split(string record)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var index = 0; index < record.Length; index++)
        {
            var character = record[index];
            if (isQuoted && character == '"' && index + 1 < record.Length && record[index + 1] == '"')
            {
                field.Append('"');
                index++;
            }
            else if (character == '"' && (isQuoted || field.ToString().Trim().Length == 0))
            {
                isQuoted = !isQuoted;
            }
            else if (character == separator && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString());
        return isQuoted ? null : fields;
    }
}
