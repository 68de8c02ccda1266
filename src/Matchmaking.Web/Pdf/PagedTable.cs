using SkiaSharp;

namespace Matchmaking.Web.Pdf;

/// <param name="Cells">One a column, set in the width that the table leaves them; or one alone across all columns.</param>
/// <param name="LeastHeight">Also where the texts need less.</param>
internal sealed record TableRow(IReadOnlyList<TextBlock> Cells, float LeastHeight = 0);

/// <param name="Title">A row before them, which is repeated where they go on on another page.</param>
internal sealed record TableGroup(TableRow? Title, IReadOnlyList<TableRow> Rows)
{
    /// <summary>The same with rows that are at least so high.</summary>
    public TableGroup Spread(float height) => this with { Rows = [.. Rows.Select(row => row with { LeastHeight = height })] };
}

/// <summary>A table that goes on on as many pages as it needs, under the same heads on each.</summary>
/// <param name="columns">Their widths.</param>
/// <param name="padding">Between the line around a cell and its text, to the sides and above and below.</param>
internal sealed class PagedTable(IReadOnlyList<float> columns, SKSize padding, TableRow heads)
{
    private readonly List<PdfPage> pages = [];
    private float y;
    private float end;
    private bool isFresh;

    /// <param name="open">Begins a page with what stands above the table, given how many pages there are before it.</param>
    public IReadOnlyList<PdfPage> Lay(IEnumerable<TableGroup> groups, Func<int, OpenPage> open)
    {
        BeginPage(open);
        foreach (var (title, rows) in groups)
        {
            foreach (var (index, row) in rows.Index())
            {
                var before = index == 0 ? title : null;
                if (!isFresh && y + (before is null ? 0 : Height(before)) + Height(row) > end)
                {
                    BeginPage(open);
                    before = title;
                }

                if (before is not null)
                {
                    Place(before);
                }

                Place(row);
                isFresh = false;
            }
        }

        return pages;
    }

    /// <summary>Whether all of it with its heads needs no more room.</summary>
    public bool Fits(IEnumerable<TableGroup> groups, float room) =>
        groups.SelectMany(group => group.Rows.Append(group.Title)).OfType<TableRow>().Append(heads).Sum(Height) <= room;

    private float Height(TableRow row) => Math.Max(row.LeastHeight, row.Cells.Max(cell => cell.Height) + (2 * padding.Height));

    private void BeginPage(Func<int, OpenPage> open)
    {
        var begun = open(pages.Count);
        (y, end) = (begun.Top, begun.End);
        pages.Add(begun.Page);
        Place(heads);
        isFresh = true;
    }

    private void Place(TableRow row)
    {
        var (page, height) = (pages[^1], Height(row));
        var x = page.Paper.Margin;
        foreach (var (cell, width) in row.Cells.Count == 1 ? [(row.Cells[0], columns.Sum())] : row.Cells.Zip(columns))
        {
            page.AddBox(new SKRect(x, y, x + width, y + height));
            page.Add(cell, x + padding.Width, y + padding.Height);
            x += width;
        }

        y += height;
    }
}

/// <param name="Top">Where the table begins.</param>
/// <param name="End">What it does not go beyond.</param>
internal sealed record OpenPage(PdfPage Page, float Top, float End);
