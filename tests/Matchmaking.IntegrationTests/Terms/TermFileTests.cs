using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon.Training;
using Matchmaking.Core.Terms;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Terms;

public sealed partial class TermFileTests : IDisposable
{
    private readonly SiteFactory site = new();
    private readonly SiteFactory other = new();
    private readonly string folder = Directory.CreateTempSubdirectory("own-words").FullName;

    public void Dispose()
    {
        site.Dispose();
        other.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Words_of_one_site_are_known_to_another_and_to_the_training()
    {
        using var client = site.ClientFor(await new World(site).ReviewerAsync(Country.CN));
        const string Page = "/terms/new";
        await client.SubmitAsync(Page, Page, ("Zh", "云母璃甲\n云璃*"), ("Ko", "운모유리갑"), ("HsCodes", "7019"), ("Sector", "displays"));
        await client.SubmitAsync(Page, Page, ("Ko", "수산리튬신어"), ("Target", "lithium-hydroxide"));

        var file = await client.GetByteArrayAsync("/terms/export");
        using var reviewer = other.ClientFor(await new World(other).ReviewerAsync(Country.KR));
        var loaded = await ImportAsync(reviewer, file);
        var again = await ImportAsync(reviewer, file);

        Assert.Contains("2 entries added or extended, 0 known already, 0 remarks.", loaded);
        Assert.Contains("0 entries added or extended, 2 known already, 0 remarks.", again);
        Assert.Equal(file, await reviewer.GetByteArrayAsync("/terms/export"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "own-words.tsv"), file);
        var glossary = ConceptGlossary.Read(folder);
        Assert.Empty(glossary.Problems);
        Assert.Equal("displays", Assert.Single(glossary.Finder.Named("운모유리갑")).Sector);
        Assert.Contains(OwnPairs.Of(glossary), set => set.Pairs.Contains(("운모유리갑", "云母璃甲")));
    }

    [Fact]
    public async Task Bad_lines_are_named_and_the_others_are_loaded()
    {
        using var reviewer = other.ClientFor(await new World(other).ReviewerAsync(Country.KR));
        string[] lines =
        [
            "own-good\t良品词甲\t좋은말갑\t\t\t",
            "own-bad\tfive columns",
            "Own Bad\t良品词乙\t좋은말을\t\t\t",
            "own-code\t良品词丙\t좋은말병\t\t9999\t",
            "own-one\t良品词丁\t\t\t\t",
            "own-link\t良品词戊\t좋은말무\t\t\tpart-of:battery",
            "own-known\t氢氧化锂\t수산화리튬\t\t\t",
        ];

        var page = await ImportAsync(reviewer, Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

        Assert.Contains("2 entries added or extended, 1 known already, 5 remarks.", page);
        Assert.Equal(["2", "3", "4", "5", "6"], LineNumber().Matches(page).Select(match => match.Groups["line"].Value));
        Assert.Equal(
            ["own-good", "own-link"],
            await other.WithDatabaseAsync(db =>
                db.Set<TermEntry>().OrderBy(entry => entry.Concept).Select(entry => entry.Concept).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task File_that_is_no_text_changes_nothing_and_is_said_to_be_so()
    {
        using var reviewer = other.ClientFor(await new World(other).ReviewerAsync(Country.KR), "ko");

        Assert.Contains("UTF-8", await ImportAsync(reviewer, [0x6F, 0xC3, 0x28]));
        Assert.Equal(0, await other.WithDatabaseAsync(db => db.Set<TermEntry>().CountAsync()));
    }

    private static async Task<string> ImportAsync(HttpClient client, byte[] file)
    {
        var token = Token().Match(await client.GetStringAsync("/terms")).Groups["token"].Value;
        using var body = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "file", "own-words.tsv" },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        using var answer = await client.PostAsync("/terms/import", body);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await client.GetStringAsync("/terms")
            : await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<th scope=\"row\" class=\"number\" data-label=\"Line\">(?<line>\\d+)</th>", RegexOptions.None, 1000)]
    private static partial Regex LineNumber();
}
