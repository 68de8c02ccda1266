using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings.Import;

/// <summary>
/// A table with a header: one listing a row, the firm's columns repeated (what a later row leaves empty stays). Commas, tabs or semicolons;
/// several values in one cell are parted by <c>;</c> or <c>|</c>. Every cell is text, one that looks like a formula as well.
/// </summary>
public sealed class CsvFirmRows
{
    /// <summary>The columns, in the order of the help text; what follows are other names for them.</summary>
    private static readonly string[][] Columns =
    [
        ["id"],
        ["country"],
        ["name_ko", "names.ko"],
        ["name_zh", "names.zh"],
        ["name_en", "names.en"],
        ["name"],
        ["registrationNumber"],
        ["sector"],
        ["region"],
        ["website"],
        ["about"],
        ["contactPerson", "contacts.person"],
        ["contactEmail", "contacts.email"],
        ["contactPhone", "contacts.phone"],
        ["kind"],
        ["listingId"],
        ["title"],
        ["text", "product"],
        ["language"],
        ["hs"],
        ["certificates"],
        ["modes"],
        ["capacity"],
        ["minimumOrder"],
        ["regions"],
        ["validUntil"],
    ];

    private readonly Dictionary<string, int> places;
    private readonly Dictionary<string, int> listingsOfFirm = new(StringComparer.Ordinal);
    private readonly IEnumerable<CsvRecord> records;
    private IReadOnlyList<string> cells = [];

    private CsvFirmRows(IEnumerable<CsvRecord> records, Dictionary<string, int> places, IReadOnlyList<string> unknown)
    {
        this.records = records;
        this.places = places;
        UnknownColumns = unknown;
    }

    public static IEnumerable<string> ColumnNames => Columns.Select(names => names[0]);

    /// <summary>Columns of the file that mean nothing here; they are left out.</summary>
    public IReadOnlyList<string> UnknownColumns { get; }

    /// <summary>Reads the header. Null when the file is empty or none of its columns is known.</summary>
    public static async Task<CsvFirmRows?> OpenAsync(TextReader text)
    {
        var table = CsvRecords.Read(await text.ReadToEndAsync());
        if (table.FirstOrDefault() is not { Fields: { } headers })
        {
            return null;
        }

        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var unknown = new List<string>();
        for (var place = 0; place < headers.Count; place++)
        {
            var header = headers[place].Trim();
            if (Array.Find(Columns, names => names.Contains(header, StringComparer.OrdinalIgnoreCase)) is { } column)
            {
                known.TryAdd(column[0], place);
            }
            else
            {
                unknown.Add(header);
            }
        }

        return known.Count == 0 ? null : new CsvFirmRows(table.Skip(1), known, unknown);
    }

    public IAsyncEnumerable<ReadRow> ReadAsync() => Rows().ToAsyncEnumerable();

    private IEnumerable<ReadRow> Rows()
    {
        foreach (var record in records)
        {
            cells = record.Fields ?? [];
            yield return new ReadRow(record.Line, record.Fields is null ? ImportErrors.OpenQuotation : Row(record.Line));
        }
    }

    private Result<FirmRow> Row(int line)
    {
        var kindText = Cell("kind");
        if (kindText.Length > 0 && !Enum.TryParse<ListingKind>(kindText, ignoreCase: true, out _))
        {
            return ImportErrors.Unknown("kind", kindText);
        }

        var kind = kindText.Equals(nameof(ListingKind.Need), StringComparison.OrdinalIgnoreCase) ? ListingKind.Need : ListingKind.Offer;
        var own = Cell("name");
        var hasHangul = Language.LanguageDetector.Detect(own) == LanguageCode.Ko;
        var hasHan = Language.LanguageDetector.Detect(own) == LanguageCode.Zh;
        var hasListing = Cell("text").Length > 0 || Cell("title").Length > 0;
        return new FirmRow
        {
            Number = line,
            Id = Cell("id"),
            Country = Cell("country"),
            Names = new LocalizedText(
                Either("name_zh", hasHan ? own : string.Empty),
                Either("name_ko", hasHangul ? own : string.Empty),
                Either("name_en", hasHan || hasHangul ? string.Empty : own)
            ),
            RegistrationNumber = Cell("registrationNumber"),
            Sector = Cell("sector"),
            Region = Cell("region"),
            Website = Cell("website"),
            About = Cell("about"),
            ContactPerson = Cell("contactPerson"),
            ContactEmail = Cell("contactEmail"),
            ContactPhone = Cell("contactPhone"),
            Listings = hasListing ? [Listing(kind)] : [],
        };
    }

    private ListingRow Listing(ListingKind kind) =>
        new()
        {
            Id = Either("listingId", ListingIds.Of(kind, Occurrence(kind))),
            Kind = kind,
            Title = Cell("title"),
            Text = Cell("text"),
            Language = Cell("language"),
            HsCodes = Cells("hs"),
            Certificates = Cells("certificates"),
            Modes = Cells("modes"),
            Capacity = Cell("capacity"),
            MinimumOrder = Cell("minimumOrder"),
            Regions = Cells("regions"),
            ValidUntil = Cell("validUntil"),
        };

    private int Occurrence(ListingKind kind)
    {
        var key = $"{kind}\n{Cell("registrationNumber")}\n{Cell("id")}";
        listingsOfFirm[key] = listingsOfFirm.GetValueOrDefault(key, -1) + 1;
        return listingsOfFirm[key];
    }

    private string Cell(string column) =>
        places.TryGetValue(column, out var place) && place < cells.Count ? cells[place].Trim() : string.Empty;

    private string Either(string column, string otherwise) => Cell(column) is { Length: > 0 } given ? given : otherwise;

    private string[] Cells(string column) =>
        Cell(column).Split([';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
