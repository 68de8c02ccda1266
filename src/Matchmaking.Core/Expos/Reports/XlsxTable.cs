using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Matchmaking.Core.Expos.Reports;

/// <summary>A table as an Excel workbook of one sheet: the header stays in sight and filters, texts stay texts and numbers count.</summary>
public static class XlsxTable
{
    private const int NarrowestColumn = 6;
    private const int WidestColumn = 60;

    /// <param name="records">Texts and numbers, the header first; each as long as the first.</param>
    public static async Task<byte[]> WriteAsync(IReadOnlyList<IReadOnlyList<object>> records, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await using (var workbook = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancellationToken))
        {
            var head = workbook.AddStyle(new Style { Font = { Bold = true } });
            var area = $"A1:{SpreadsheetUtility.GetColumnName(records[0].Count)}{records.Count.ToString(CultureInfo.InvariantCulture)}";
            var options = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions(area) };
            foreach (var (column, _) in records[0].Index())
            {
                var width = records.Max(record => Digits(record[column])) + 2;
                options.Column(column + 1).Width = Math.Clamp(width, NarrowestColumn, WidestColumn);
            }

            await workbook.StartWorksheetAsync("1", options, cancellationToken);
            foreach (var (row, record) in records.Index())
            {
                await workbook.AddRowAsync(
                    record.Select(value => new StyledCell(Cell(value), row == 0 ? head : null)).ToList(),
                    cancellationToken
                );
            }

            await workbook.FinishAsync(cancellationToken);
        }

        return file.ToArray();
    }

    private static DataCell Cell(object value) =>
        value switch
        {
            int number => new DataCell(number),
            double number => new DataCell(number),
            _ => new DataCell(Text(value)),
        };

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>The width of a text; a Chinese or Korean character is as wide as two digits.</summary>
    private static int Digits(object value) => Text(value).Sum(character => character < '\u1100' ? 1 : 2);
}
