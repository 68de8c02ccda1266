using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Listings.Import;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Listings;

public sealed class ImportTests : IDisposable
{
    private const string Korean = """
        {"id":"k1","country":"KR","names":{"ko":"(주)가온","en":"Gaon"},"sector":"반도체 제조업","region":"경기도","registrationNumber":"124-81-00998","offers":[{"id":"o1","text":"웨이퍼 세정 장비 😀 \u202Eabc 𠮷","hs":["8486.20.1000"],"modes":["supply","oem-odm"]}],"needs":[{"id":"n1","title":"고순도 불산","text":"월 20톤"}]}
        """;

    private readonly SiteFactory site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_firm_comes_in_with_its_listings_and_the_same_file_again_changes_nothing()
    {
        var first = await ImportAsync(Korean);
        var version = await site.WithDatabaseAsync(db => db.Companies.Select(company => company.IndexVersion).SingleAsync());
        var second = await ImportAsync(Korean);

        Assert.Equal((1, 1, 0, 0, 0), Counts(first));
        Assert.Equal((1, 0, 0, 1, 0), Counts(second));
        var company = await site.WithDatabaseAsync(db => db.Companies.SingleAsync());
        Assert.Equal(version, company.IndexVersion);
        Assert.Equal(("semiconductors", "KR-41"), (company.Profile.Sector, company.Profile.Region));
        var offer = await site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.Kind == ListingKind.Offer));
        Assert.Equal("웨이퍼 세정 장비 😀 \u202Eabc 𠮷", offer.Content.Text);
        Assert.Equal(offer.Content.Text, offer.Content.Title);
        Assert.Equal(["848620"], offer.Content.HsCodes);
        Assert.Equal([CooperationMode.Supply, CooperationMode.OemOdm], offer.Content.Modes);
        Assert.Equal((LanguageCode.Ko, ListingState.Draft), (offer.Content.Language, offer.State));
    }

    [Fact]
    public async Task A_dry_run_counts_and_keeps_nothing()
    {
        var report = await ImportAsync(Korean + "\n" + Korean, new ImportOptions(DryRun: true, Publish: true));

        Assert.Equal((2, 1, 0, 1, 0), Counts(report));
        Assert.Equal(0, await site.WithDatabaseAsync(db => db.Companies.CountAsync()));
        Assert.Equal(0, await site.WithDatabaseAsync(db => db.OutboxMessages.CountAsync()));
    }

    [Fact]
    public async Task Published_listings_are_live_and_a_changed_text_replaces_them()
    {
        await ImportAsync(Korean, new ImportOptions(DryRun: false, Publish: true));
        var report = await ImportAsync(
            Korean.Replace("월 20톤", "월 30톤", StringComparison.Ordinal),
            new ImportOptions(DryRun: false, Publish: true)
        );

        Assert.Equal((1, 0, 1, 0, 0), Counts(report));
        var need = await site.WithDatabaseAsync(db => db.Listings.SingleAsync(listing => listing.Kind == ListingKind.Need));
        Assert.Equal((ListingState.Published, "월 30톤"), (need.State, need.Content.Text));
    }

    [Fact]
    public async Task Refused_rows_are_named_with_field_and_reason_and_stop_no_others()
    {
        var report = await ImportAsync(
            """
            {"id":"a","country":"JP","offers":[]}
            {"id":"b","country":"KR","registrationNumber":"124-81-00997"}
            not json
            [1]
            {"country":"KR","names":{"ko":"이름"}}
            {"id":"c","country":"KR","offers":[{"text":"x","hs":["abc"],"modes":["magic"]}]}
            {"id":"d","country":"KR","offers":"x"}
            {"id":"e","country":"KR","names":{"ko":"\ud800"}}
            {"id":"f","country":"KR","website":"javascript:1","contacts":{"email":"x"}}
            {"id":"good","country":"KR","names":{"ko":"좋은 기업"}}
            """
        );

        Assert.Equal(1, report.Created);
        Assert.Equal(9, report.RefusedRows);
        Assert.Equal(
            [
                (1, "country", "import.country"),
                (2, "registrationNumber", "registration-number.check-digit"),
                (3, null, "import.not-json"),
                (4, null, "import.not-an-object"),
                (5, "id", "import.no-key"),
                (6, "offers[offer-1].modes", "import.unknown-value"),
                (6, "offers[offer-1].hs", "listing.hs-unknown"),
                (7, "offers", "import.wrong-type"),
                (8, "names.ko", "import.unprintable"),
                (9, "website", "company.website"),
                (9, "contacts.email", "company.email"),
            ],
            report.Refused.Select(refused => (refused.Number, refused.Error.Field, refused.Error.Code))
        );
    }

    [Fact]
    public async Task A_firm_with_people_of_its_own_is_not_overwritten()
    {
        await ImportAsync(Korean);
        var id = await site.WithDatabaseAsync(db => db.Companies.Select(company => company.Id).SingleAsync());
        await new World(site).ColleagueAsync(id, "Owner", MembershipRole.Owner);

        var same = await ImportAsync(Korean);
        var changed = await ImportAsync(Korean.Replace("(주)가온", "(주)다른", StringComparison.Ordinal));

        Assert.Equal(1, same.Unchanged);
        Assert.Equal("import.firm-is-claimed", Assert.Single(changed.Refused).Error.Code);
    }

    [Fact]
    public async Task A_number_that_comes_later_identifies_the_firm_and_another_one_is_refused()
    {
        const string Without = """{"id":"x","country":"KR","names":{"ko":"이름"}}""";
        await ImportAsync(Without);

        var later = await ImportAsync(
            Without.Replace("\"names\"", "\"registrationNumber\":\"1248100998\",\"names\"", StringComparison.Ordinal)
        );
        var other = await ImportAsync(
            Without.Replace("\"names\"", "\"registrationNumber\":\"1018109147\",\"names\"", StringComparison.Ordinal)
        );

        Assert.Equal(1, later.Updated);
        Assert.Equal("import.other-number", Assert.Single(other.Refused).Error.Code);
        Assert.Equal(1, await site.WithDatabaseAsync(db => db.Companies.CountAsync()));
    }

    [Theory]
    [InlineData("utf-8", false, "경기도,자동차 신품 부품 제조업,\"브레이크 패드, 디스크\"", "KR-41", "vehicle-parts")]
    [InlineData("utf-8", true, "江苏省,医药制造业,\"注射用 \"\"头孢\"\" 原料药\"", "CN-JS", "pharmaceuticals")]
    [InlineData("ks_c_5601-1987", false, "서울특별시,의약품 제조업,\"항생제, 주사제\"", "KR-11", "pharmaceuticals")]
    [InlineData("GB18030", false, "广东省,电池制造,\"锂离子电池, 正极材料\"", "CN-GD", "batteries")]
    public async Task Tables_are_read_in_the_encodings_of_both_countries(
        string encoding,
        bool mark,
        string cells,
        string region,
        string sector
    )
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var target = encoding == "utf-8" ? new UTF8Encoding(mark) : Encoding.GetEncoding(encoding);
        byte[] bytes = [.. target.GetPreamble(), .. target.GetBytes($"id,region,sector,text,note\r\nr1,{cells},x\r\n\r\nr2,,,=1+1,\r\n")];
        using var stream = new MemoryStream(bytes);
        var detected = await TextFile.DetectAsync(stream, CancellationToken.None);
        using var text = new StreamReader(stream, detected!);
        var table = await CsvFirmRows.OpenAsync(text);

        var report = await ImportAsync(table!.ReadAsync(), new ImportOptions(DryRun: false, Publish: false));

        Assert.Equal(["note"], table.UnknownColumns);
        Assert.Equal((4, "country"), (report.Refused.Single().Number, report.Refused.Single().Error.Field));
        var company = await site.WithDatabaseAsync(db => db.Companies.SingleAsync());
        Assert.Equal((region, sector), (company.Profile.Region, company.Profile.Sector));
        var listing = await site.WithDatabaseAsync(db => db.Listings.SingleAsync());
        Assert.Contains(listing.Content.Text, cells.Replace("\"\"", "\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Formula_looking_cells_stay_text_and_bytes_that_are_no_text_are_refused()
    {
        var table = await CsvFirmRows.OpenAsync(new StringReader("id\tcountry\ttext\nf1\tKR\t=HYPERLINK(\"x\")\n"));
        await ImportAsync(table!.ReadAsync(), new ImportOptions(DryRun: false, Publish: false));
        using var binary = new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x00, 0xFF, 0xFF]);

        Assert.Equal("=HYPERLINK(\"x\")", await site.WithDatabaseAsync(db => db.Listings.Select(item => item.Content.Text).SingleAsync()));
        Assert.Null(await TextFile.DetectAsync(binary, CancellationToken.None));
    }

    [Theory]
    [InlineData("id,text\r\na,\"x\"\"x\nx\"\r\n\"b,y\r\nc,z\r\nd,w", "2 a x\"x\nx|4 -|5 c z|6 d w")]
    [InlineData("id;text\na;\"x\n\n\n", "2 -")]
    [InlineData("id;text\na; \"x; y\" \n   \n;\nb;p\"q", "2 a x; y|4  |5 b p\"q")]
    [InlineData("id\ttext\n\"\"\tx", "2  x")]
    public async Task A_mark_that_is_never_closed_spoils_its_own_line_only(string table, string rows)
    {
        var read = (await CsvFirmRows.OpenAsync(new StringReader(table)))!.ReadAsync();

        var found = await read.Select(row => $"{row.Number} {(row.Row.Succeeded ? Said(row.Row.Value) : "-")}").ToListAsync();

        Assert.Equal(rows, string.Join('|', found));
        static string Said(FirmRow row) => $"{row.Id} {(row.Listings is [var listing] ? listing.Text : string.Empty)}";
    }

    [Fact]
    public async Task A_mark_that_is_closed_far_below_spoils_its_own_line_only()
    {
        var lines = string.Concat(Enumerable.Range(1, 300).Select(number => $"f{number},x\n"));
        var table = await CsvFirmRows.OpenAsync(new StringReader($"id,text\n\"a,x\n{lines}\"b\",x\n"));

        var read = await table!.ReadAsync().ToListAsync();

        Assert.Equal(302, read.Count);
        Assert.Equal([2], read.Where(row => !row.Row.Succeeded).Select(row => row.Number));
        Assert.Equal(303, read[^1].Number);
    }

    private static (int, int, int, int, int) Counts(ImportReport report) =>
        (report.Read, report.Created, report.Updated, report.Unchanged, report.RefusedRows);

    private Task<ImportReport> ImportAsync(string lines, ImportOptions? options = null) =>
        ImportAsync(
            JsonFirmRows.ReadAsync(new StringReader(lines), CancellationToken.None),
            options ?? new ImportOptions(DryRun: false, Publish: false)
        );

    private Task<ImportReport> ImportAsync(IAsyncEnumerable<ReadRow> rows, ImportOptions options) =>
        site.WithServicesAsync(services =>
            services.GetRequiredService<ImportFirms>().ExecuteAsync(rows, options, progress: null, CancellationToken.None)
        );
}
