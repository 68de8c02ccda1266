using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Reports;

/// <summary>A draft as files for a spreadsheet, and as pages for a printer.</summary>
public sealed class DraftFilesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("meetings", 9)]
    [InlineData("wishes", 10)]
    [InlineData("why-not", 2)]
    [InlineData("firms", 7)]
    [InlineData("interpreters", 1)]
    public async Task File_begins_with_the_mark_that_excel_needs_and_has_a_line_for_each(string file, int lines)
    {
        var fair = await Fair.DraftedAsync(site, "ko");
        using var answer = await fair.Organiser.GetAsync($"{fair.Page}/1/files/{file}.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"draft-1-{file}.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(lines, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("meetings", 9)]
    [InlineData("firms", 7)]
    public async Task Workbook_holds_the_same_lines_with_numbers_as_numbers_and_no_formula(string file, int lines)
    {
        var fair = await Fair.DraftedAsync(site, "zh-Hans");
        using var answer = await fair.Organiser.GetAsync($"{fair.Page}/1/files/{file}.xlsx");
        await using var workbook = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        await using var sheet = await workbook.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        var cells = (await XDocument.LoadAsync(sheet, LoadOptions.None, CancellationToken.None)).Descendants().ToList();

        Assert.Equal($"draft-1-{file}.xlsx", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(lines, cells.Count(cell => cell.Name.LocalName == "row"));
        Assert.Contains(cells, cell => cell.Name.LocalName == "t" && cell.Value.StartsWith("岩恒", StringComparison.Ordinal));
        Assert.DoesNotContain(cells, cell => cell.Name.LocalName == "f");
        Assert.Equal(
            file == "firms",
            cells.Exists(cell => cell.Name.LocalName == "c" && cell.Attribute("t") is null && cell.Value.Length > 0)
        );
    }

    [Fact]
    public async Task Meetings_stand_in_time_order_with_both_firms_by_their_names()
    {
        var fair = await Fair.DraftedAsync(site);
        var lines = (await fair.ReadAsync("/1/files/meetings.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("Begins (KST),Ends (KST),Table", lines[0]);
        Assert.StartsWith("2027-03-10,10:00,10:30,1,", lines[1]);
        Assert.All(lines[1..], line => Assert.True(line.Contains("한빛") && line.Contains("岩恒"), line));
    }

    [Fact]
    public async Task Name_that_a_spreadsheet_would_run_stays_a_text()
    {
        var fair = await Fair.ClosedAsync(site);
        using var added = await fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/interpreters/new",
            ("Name", "=HYPERLINK(\"x\")"),
            ("Pairs", "zh-ko")
        );
        await fair.RunAsync();
        var file = await fair.Organiser.GetStringAsync($"{fair.Page}/1/files/interpreters.csv");

        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", file);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    [InlineData("zh-Hans")]
    public async Task Table_card_has_three_languages_whoever_prints_it(string language)
    {
        var fair = await Fair.DraftedAsync(site, language);
        var page = await fair.ReadAsync("/1/kit/tables");

        Assert.Contains("<span lang=\"zh-Hans\">洽谈桌</span> <span lang=\"ko\">테이블</span> <span lang=\"en\">Table</span>", page);
        Assert.Equal(2, page.Split("class=\"sheet card\"").Length - 1);
        Assert.Equal(8, page.Split("lang=\"zh-Hans\">岩恒").Length - 1);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("style=", page);
    }

    [Fact]
    public async Task Sheet_is_in_the_language_of_its_firm_and_can_be_had_alone()
    {
        var fair = await Fair.DraftedAsync(site);
        var all = await fair.ReadAsync("/1/kit/firms");
        var one = await fair.ReadAsync($"/1/kit/firms?firm={fair.Korean[0].Company}");

        Assert.Equal(3, all.Split("class=\"sheet\" lang=\"zh-Hans\"").Length - 1);
        Assert.Equal(3, all.Split("class=\"sheet\" lang=\"ko\"").Length - 1);
        Assert.Single(one.Split("class=\"sheet\"").Skip(1));
        Assert.Contains("10:00 KST", one);
        Assert.Contains("09:00 CST", one);
    }

    [Fact]
    public async Task Grid_shows_every_meeting_once()
    {
        var fair = await Fair.DraftedAsync(site);

        Assert.Equal(16, (await fair.ReadAsync("/1/kit/grid")).Split("class=\"name\"").Length - 1);
    }

    [Fact]
    public async Task Draft_without_a_meeting_says_what_is_missing()
    {
        var fair = await Fair.DraftedAsync(site);
        var slots = (await fair.ExpoAsync()).Slots;
        using var removed = await fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/remove/slots",
            [.. slots.Select(slot => ("ids", $"{slot.Id}")), ("confirmed", "true")]
        );

        Assert.Contains("Nothing is placed yet", await fair.ReadAsync("/1/kit"));
    }

    [Fact]
    public async Task Nobody_but_the_organiser_takes_it()
    {
        var (fair, other) = (await Fair.DraftedAsync(site), await Fair.ClosedAsync(site));
        using var firm = site.ClientFor(fair.Korean[0].UserId);
        foreach (
            var part in new[]
            {
                "files/meetings.csv",
                "files/firms.csv",
                "files/wishes.csv",
                "files/why-not.csv",
                "files/interpreters.csv",
                "files/meetings.xlsx",
                "kit",
                "kit/tables",
                "kit/firms",
                "kit/interpreters",
                "kit/grid",
            }
        )
        {
            using var foreign = await other.Organiser.GetAsync($"{fair.Page}/1/{part}");
            using var refused = await firm.GetAsync($"{fair.Page}/1/{part}");
            using var own = await fair.Organiser.GetAsync($"{fair.Page}/1/{part}");

            Assert.Equal((part, HttpStatusCode.NotFound), (part, foreign.StatusCode));
            Assert.NotEqual((part, HttpStatusCode.OK), (part, refused.StatusCode));
            Assert.Equal((part, HttpStatusCode.OK), (part, own.StatusCode));
        }
    }
}
