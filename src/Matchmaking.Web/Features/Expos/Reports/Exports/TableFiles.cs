using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Expos.Reports.Exports;

internal static class TableFiles
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Records as CSV or as a workbook, as the address ends; the file is named as its last part with something before it.</summary>
    /// <param name="records">The header first.</param>
    public static async Task<IActionResult> TableAsync<T>(
        this Controller controller,
        Result<T> found,
        Func<T, IEnumerable<IReadOnlyList<object>>> records,
        string before,
        CancellationToken cancellationToken
    )
    {
        if (!found.Succeeded)
        {
            return controller.NotFound();
        }

        var (table, name) = (records(found.Value).ToList(), $"{before}-{Path.GetFileName(controller.Request.Path)}");
        return name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? controller.File(await XlsxTable.WriteAsync(table, cancellationToken), Workbook, name)
            : controller.File(CsvTable.Write(table), "text/csv; charset=utf-8", name);
    }
}
