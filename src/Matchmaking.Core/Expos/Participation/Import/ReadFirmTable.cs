using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Listings.Import;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation.Import;

/// <summary>
/// Finds the firms of a table on the platform, by registration number or else by exactly one of their names. They are invited by
/// <see cref="InviteFirms"/> once the organiser has seen them.
/// </summary>
public sealed class ReadFirmTable(AppDbContext db, TimeProvider clock)
{
    public const int RowLimit = 1000;

    /// <summary>Rows looked up at once: a statement of SQL Server takes 2,100 parameters.</summary>
    private const int BatchSize = 250;

    private static readonly string[] NumberColumns =
    [
        "registrationnumber",
        "registration number",
        "number",
        "统一社会信用代码",
        "사업자등록번호",
    ];

    private static readonly string[] NameColumns =
    [
        "name",
        "name_zh",
        "name_ko",
        "name_en",
        "firm",
        "company",
        "企业名称",
        "公司名称",
        "企业",
        "기업명",
        "회사명",
        "업체명",
        "기업",
    ];

    /// <param name="file">Seekable; UTF-8, UTF-16, CP949 or GB18030, with a header.</param>
    public async Task<Result<FirmTable>> ExecuteAsync(ExpoId id, Stream file, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.OrganisedBy(actor).AnyAsync(expo => expo.Id == id, cancellationToken))
        {
            return Error.NotFound;
        }

        if (await TextFile.DetectAsync(file, cancellationToken) is not { } encoding)
        {
            return ExpoErrors.UnknownEncoding;
        }

        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var records = CsvRecords.Read(await reader.ReadToEndAsync(cancellationToken)).Take(RowLimit + 2).ToList();
        IReadOnlyList<string> headers = [.. (records.FirstOrDefault()?.Fields ?? []).Select(header => header.Trim().ToLowerInvariant())];
        var (number, name) = (Place(headers, NumberColumns), Place(headers, NameColumns));
        if (number is null && name is null)
        {
            return ExpoErrors.NoColumn;
        }

        if (records.Count > RowLimit + 1)
        {
            return ExpoErrors.TooManyRows;
        }

        var rows = records
            .Skip(1)
            .Select(record => new AskedFirm(record.Line, Cell(record, number), Cell(record, name), record.Fields is null))
            .ToList();
        var firms = new List<KnownFirm>();
        foreach (var batch in rows.Chunk(BatchSize))
        {
            firms.AddRange(await FindAsync(id, batch, cancellationToken));
        }

        var taken = new HashSet<CompanyId>();
        return new FirmTable(encoding.WebName, rows.ConvertAll(row => Answer(row, firms, taken)));
    }

    private static int? Place(IReadOnlyList<string> headers, string[] names) =>
        headers.Index().Where(header => names.Contains(header.Item)).Select(header => (int?)header.Index).FirstOrDefault();

    private static string Cell(CsvRecord record, int? place) => record.Fields?.ElementAtOrDefault(place ?? -1)?.Trim() ?? string.Empty;

    private async Task<IReadOnlyList<KnownFirm>> FindAsync(ExpoId id, IReadOnlyList<AskedFirm> rows, CancellationToken cancellationToken)
    {
        var existing = db.Companies.WhereChecked(clock.GetUtcNow().UtcDateTime);
        var numbers = rows.SelectMany(row => row.Numbers).Distinct().ToList();
        var names = rows.Where(row => row.Number.Length == 0).Select(row => row.Name).Where(name => name.Length > 0).Distinct().ToList();
        return await db
            .Companies.AsNoTracking()
            .Where(company =>
                numbers.Contains(company.RegistrationNumber!)
                || names.Contains(company.Profile.Names.Zh)
                || names.Contains(company.Profile.Names.Ko)
                || names.Contains(company.Profile.Names.En)
            )
            .Select(company => new KnownFirm(
                new FoundFirm(company.Id, company.Country, company.Profile.Names),
                company.RegistrationNumber,
                existing.Any(item => item.Id == company.Id),
                db.Set<ExpoFirm>().Any(firm => firm.ExpoId == id && firm.CompanyId == company.Id)
            ))
            .ToListAsync(cancellationToken);
    }

    private static FirmTableRow Answer(AskedFirm row, List<KnownFirm> firms, HashSet<CompanyId> taken)
    {
        if (row.IsBroken)
        {
            return row.Refused(ImportErrors.OpenQuotation);
        }

        if (row is { Number: "", Name: "" })
        {
            return row.Refused(ExpoErrors.EmptyRow);
        }

        if (row.Number.Length > 0 && row.Numbers.Count == 0)
        {
            return row.Refused(ExpoErrors.MalformedNumber);
        }

        var found = firms.Where(row.Means).DistinctBy(known => known.Firm.Id).ToList();
        return found switch
        {
            [] => row.Refused(ExpoErrors.UnknownFirm),
            [_, _, ..] => row.Refused(ExpoErrors.SeveralFirms(found.Count)),
            [{ IsAtExpo: true }] => row.Refused(ExpoErrors.InvitedAlready),
            [{ IsVerified: false }] => row.Refused(ExpoErrors.NotChecked),
            [var firm] => taken.Add(firm.Firm.Id)
                ? new FirmTableRow(row.Line, row.Text, firm.Firm, Error: null)
                : row.Refused(ExpoErrors.TwiceInFile),
        };
    }

    private sealed record AskedFirm(int Line, string Number, string Name, bool IsBroken)
    {
        public string Text => string.Join(" · ", new[] { Number, Name }.Where(part => part.Length > 0));

        /// <summary>Its number in each country where it is a well-formed one.</summary>
        public IReadOnlyList<RegistrationNumber> Numbers { get; } =
        [
            .. Enum.GetValues<Country>()
                .Select(country => RegistrationNumber.Parse(country, Number))
                .Where(parsed => parsed.Succeeded)
                .Select(parsed => parsed.Value),
        ];

        /// <summary>The number decides where there is one.</summary>
        public bool Means(KnownFirm known) =>
            Number.Length > 0
                ? Numbers.Contains(known.Number)
                : known.Firm.Names.Zh == Name || known.Firm.Names.Ko == Name || known.Firm.Names.En == Name;

        public FirmTableRow Refused(Error error) => new(Line, Text, Firm: null, error);
    }

    private sealed record KnownFirm(FoundFirm Firm, RegistrationNumber? Number, bool IsVerified, bool IsAtExpo);
}
