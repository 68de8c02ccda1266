using CsvHelper;

namespace Matchmaking.Core.Expos.Reports;

/// <summary>
/// A table as a CSV file that spreadsheets open as it is: RFC 4180 in UTF-8 with its mark, without which Excel garbles Chinese and Korean, and
/// with a text that a spreadsheet would run as a formula kept a text by an apostrophe.
/// </summary>
public static class CsvTable
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <param name="records">Texts and numbers, the header first; each as long as the first.</param>
    public static byte[] Write(IEnumerable<IReadOnlyList<object>> records)
    {
        using var file = new MemoryStream();
        using (var writer = CsvWriter.Create(file, Options, leaveOpen: true))
        {
            foreach (var record in records)
            {
                foreach (var field in record)
                {
                    writer.WriteField(field);
                }

                writer.EndRecord();
            }
        }

        return file.ToArray();
    }
}
