using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos;

public sealed partial class FirmTableTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);
    private readonly ExpoWorld expos = new(site);

    static FirmTableTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "en")]
    [InlineData("ks_c_5601-1987", "ko")]
    [InlineData("gb18030", "zh-Hans")]
    public async Task Table_is_read_in_any_encoding_and_its_firms_are_invited_after_a_look(string encoding, string language)
    {
        var isChinese = language == "zh-Hans";
        var name = isChinese ? $"苏州澄锂新能源科技有限公司{language}" : $"새벽정밀소재산업 주식회사{language}";
        var there = await expos.VerifiedAsync(Country.KR, "Hanbit");
        var named = await expos.VerifiedAsync(isChinese ? Country.CN : Country.KR, name);
        var numbered = await expos.VerifiedAsync(Country.CN, "Yanheng");
        var (id, organiser) = await expos.InvitedByAsync(there);
        using var client = site.ClientFor(organiser, language);
        var text = isChinese ? "统一社会信用代码,企业名称" : "사업자등록번호,기업명";
        var file = Encoding.GetEncoding(encoding).GetBytes($"{text}\r\n,{name}\r\n{await NumberAsync(numbered)},\r\n");

        var page = WebUtility.HtmlDecode(await LookAsync(client, id, file));
        Assert.Contains(name, page);
        Assert.Single((await expos.FirmsAsync(id)).Firms);
        var ids = Chosen().Matches(page).Select(match => ("firms", match.Groups["id"].Value)).ToArray();
        using var invited = await client.SubmitAsync($"/organise/{id}/firms/import", $"/organise/{id}/firms/invite", ids);

        Assert.Equal(
            new[] { there, named, numbered }
                .Select(member => member.Company)
                .Order(Comparer<CompanyId>.Create((a, b) => a.Value.CompareTo(b.Value))),
            (await expos.FirmsAsync(id)).Firms.Select(row => row.Firm.CompanyId).OrderBy(company => company.Value)
        );
    }

    [Fact]
    public async Task Each_row_says_why_it_is_left_out()
    {
        var there = await expos.VerifiedAsync(Country.KR, "Hanbit Table");
        var twin = await expos.VerifiedAsync(Country.CN, "Twin Table");
        _ = await expos.VerifiedAsync(Country.CN, "Twin Table");
        _ = await world.FirmAsync(Country.CN, "Unchecked Table");
        var (id, organiser) = await expos.InvitedByAsync(there);
        using var client = site.ClientFor(organiser);
        var rows = new[]
        {
            "name,number",
            "Hanbit Table,",
            "Twin Table,",
            "Unchecked Table,",
            "Nobody Table,",
            "Twin Table,12345",
            $",{await NumberAsync(twin)}",
            $",{await NumberAsync(twin)}",
        };

        var page = WebUtility.HtmlDecode(await LookAsync(client, id, Encoding.UTF8.GetBytes(string.Join('\n', rows))));

        Assert.Contains("1 firm found, 6 rows left out", page);
        foreach (
            var reason in new[]
            {
                "It is on the list of this expo already.",
                "2 firms have this name.",
                "No agency has checked that this firm exists.",
                "No firm here has this number or exactly this name.",
                "This is no well-formed registration number.",
                "It stands in the file already, further up.",
            }
        )
        {
            Assert.Contains(reason, page);
        }
    }

    [Fact]
    public async Task File_that_is_no_table_of_firms_is_refused_in_words()
    {
        var (id, organiser) = await expos.InvitedByAsync(await expos.VerifiedAsync(Country.KR, "Hanbit"));
        using var client = site.ClientFor(organiser);

        Assert.Contains(
            "The header names neither",
            await LookAsync(client, id, "colour,size\nred,2"u8.ToArray()),
            StringComparison.Ordinal
        );
        Assert.Contains("The file cannot be read.", await LookAsync(client, id, [0x6E, 0xFF, 0xFF, 0x00, 0x0A]), StringComparison.Ordinal);
        var none = await LookAsync(client, id, file: null);
        Assert.Contains("Choose a file first.", none, StringComparison.Ordinal);
        using var other = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var hidden = await other.GetAsync($"/organise/{id}/firms/import");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    private async Task<string> NumberAsync(World.Member member) =>
        (
            await site.WithDatabaseAsync(db =>
                db.Companies.Where(company => company.Id == member.Company).Select(company => company.RegistrationNumber).SingleAsync()
            )
        )!.ToString();

    private static async Task<string> LookAsync(HttpClient client, ExpoId id, byte[]? file)
    {
        var page = $"/organise/{id}/firms/import";
        using var body = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(await client.GetStringAsync(page)).Groups["token"].Value), "__RequestVerificationToken" },
        };
        if (file is not null)
        {
            body.Add(new ByteArrayContent(file), "file", "firms.csv");
        }

        using var answer = await client.PostAsync(page, body);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"firms\" value=\"(?<id>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Chosen();
}
