using System.Net;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Pdf;
using Matchmaking.IntegrationTests.Site;
using Matchmaking.Web.Pdf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Reports;

/// <summary>The hall kit as PDF files.</summary>
public sealed class HallKitPdfTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("tables", 2)]
    [InlineData("firms", 6)]
    [InlineData("grid", 1)]
    public async Task File_has_a_page_for_each_card_or_sheet_and_a_name_like_other_files(string part, int pages)
    {
        PdfText.SkipWithoutFonts();
        var fair = await Fair.DraftedAsync(site, "ko");
        using var answer = await fair.Organiser.GetAsync($"{fair.Page}/1/kit/{part}.pdf");

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"draft-1-{part}.pdf", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(pages, (await fair.Organiser.PagesAsync($"{fair.Page}/1/kit/{part}.pdf")).Count);
        Assert.Contains($"/kit/{part}.pdf\" download", await fair.ReadAsync("/1/kit"));
        Assert.Contains($"/kit/{part}.pdf\" download", await fair.ReadAsync($"/1/kit/{part}"));
    }

    [Theory]
    [InlineData("en", "Fair · Draft 1", "Made 2026-11-23 10:00 KST    1 / 2")]
    [InlineData("ko", "상담회 · 초안 1", "2026-11-23 10:00 KST 작성    1 / 2")]
    [InlineData("zh-Hans", "对接会 · 草案1", "制作于2026-11-23 10:00 KST    1 / 2")]
    public async Task Foot_names_the_expo_and_when_the_file_was_made_on_the_clock_of_the_hall(string language, string expo, string made)
    {
        PdfText.SkipWithoutFonts();
        using var own = new SiteFactory();
        var fair = await Fair.DraftedAsync(own, language);
        var first = (await fair.Organiser.PagesAsync($"{fair.Page}/1/kit/tables.pdf"))[0].Solid();

        Assert.Contains(PdfText.Solid(expo), first);
        Assert.Contains(PdfText.Solid(made), first);
        Assert.Contains("洽谈桌테이블Table", first);
    }

    [Fact]
    public async Task Sheet_is_in_the_language_of_its_firm_and_can_be_had_alone()
    {
        PdfText.SkipWithoutFonts();
        var fair = await Fair.DraftedAsync(site);
        var page = Assert.Single(await fair.Organiser.PagesAsync($"{fair.Page}/1/kit/firms.pdf?firm={fair.Korean[0].Company}"));

        Assert.Contains("2027-03-10(수)", page.Solid());
        Assert.Contains("10:00KST09:00CST", page.Solid());
        Assert.Contains("체크인", page.Solid());
    }

    [Fact]
    public async Task Character_that_no_font_has_is_marked_and_named_at_the_foot()
    {
        PdfText.SkipWithoutFonts();
        var fair = await Fair.DraftedAsync(site);
        var firm = fair.Korean[0].Company;
        await site.WithDatabaseAsync(async db =>
        {
            var company = await db.Companies.SingleAsync(item => item.Id == firm);
            var profile = company.Profile with { Names = company.Profile.Names with { Ko = "한빛\U000F1234전자" } };
            company.Edit(profile, company.Contact, site.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var page = (await fair.Organiser.PagesAsync($"{fair.Page}/1/kit/firms.pdf?firm={firm}"))[0].Solid();

        Assert.Contains("한빛〓전자", page);
        Assert.Contains("〓:서버글꼴에없는글자(U+F1234)", page);
    }

    [Theory]
    [InlineData("en", "fonts-noto-cjk. Until then")]
    [InlineData("ko", "PDF 파일도 받을 수 있어요")]
    [InlineData("zh-Hans", "即可下载PDF文件")]
    public async Task Server_without_a_font_says_so_and_keeps_its_print_pages(string language, string sentence)
    {
        var empty = Directory.CreateTempSubdirectory("matchmaking-fonts-");
        using var bare = new SiteFactory { Replace = services => services.AddSingleton(_ => new PdfFonts(empty.FullName)) };
        var fair = await Fair.DraftedAsync(bare, language);
        var kit = await fair.ReadAsync("/1/kit");
        using var file = await fair.Organiser.GetAsync($"{fair.Page}/1/kit/tables.pdf");

        Assert.Contains(sentence, kit);
        Assert.DoesNotContain(".pdf", kit);
        Assert.DoesNotContain(".pdf", await fair.ReadAsync("/1/kit/tables"));
        Assert.Equal(HttpStatusCode.Redirect, file.StatusCode);
        Assert.Equal($"{fair.Page}/1/kit", file.Headers.Location?.ToString());
        empty.Delete();
    }

    [Fact]
    public async Task Nobody_but_the_organiser_takes_it()
    {
        var (fair, other) = (await Fair.DraftedAsync(site), await Fair.ClosedAsync(site));
        using var firm = site.ClientFor(fair.Korean[0].UserId);
        foreach (var part in new[] { "tables", "firms", "interpreters", "grid" })
        {
            using var foreign = await other.Organiser.GetAsync($"{fair.Page}/1/kit/{part}.pdf");
            using var refused = await firm.GetAsync($"{fair.Page}/1/kit/{part}.pdf");

            Assert.Equal((part, HttpStatusCode.NotFound), (part, foreign.StatusCode));
            Assert.NotEqual("application/pdf", refused.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Sheets_for_interpreters_are_offered_where_somebody_interprets()
    {
        var fair = await Fair.DraftedAsync(site);
        using var file = await fair.Organiser.GetAsync($"{fair.Page}/1/kit/interpreters.pdf");

        Assert.DoesNotContain("/kit/interpreters", await fair.ReadAsync("/1/kit"));
        Assert.Equal($"{fair.Page}/1/kit", file.Headers.Location?.ToString());
    }
}
