using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Terms;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Terms;

public sealed class TermPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string NewPage = "/terms/new";

    [Theory]
    [InlineData("en", "Own words", "count from now on")]
    [InlineData("ko", "자체 용어", "지금부터 반영돼요")]
    [InlineData("zh-Hans", "自有词汇", "即刻生效")]
    public async Task Entry_is_added_found_changed_removed_and_brought_back(string language, string heading, string saved)
    {
        var mark = language[..2];
        using var client = site.ClientFor(await new World(site).ReviewerAsync(Country.KR), language);
        using var added = await client.SubmitAsync(
            NewPage,
            NewPage,
            ("Zh", $"锆酸镧{mark}\r\n𠮷锆镧{mark}"),
            ("Ko", $"란타넘쿼츠{mark}; 란쿼{mark}*"),
            ("HsCodes", "8507.60"),
            ("Sector", "chemicals"),
            ("Note", "👩‍🔬 wants it")
        );
        Assert.Equal("/terms", added.Headers.Location?.ToString());
        Assert.Contains(saved, await client.GetStringAsync("/terms"));

        var list = WebUtility.HtmlDecode(
            await client.GetStringAsync($"/terms?q={Uri.EscapeDataString($"란타넘쿼츠{mark}".ToUpperInvariant())}")
        );
        var entry = await EntryAsync($"锆酸镧{mark}");
        Assert.Contains(heading, list);
        Assert.Contains($"锆酸镧{mark} · 𠮷锆镧{mark}", list);
        Assert.Contains("Kim Minji", list);
        Assert.Equal([$"란타넘쿼츠{mark}", $"란쿼{mark}*"], entry.Content.Ko);
        Assert.Equal(["850760"], entry.Content.HsCodes);

        var edit = $"/terms/{entry.Id}/edit";
        Assert.Contains("8507.60", await client.GetStringAsync(edit));
        using var changed = await client.SubmitAsync(
            edit,
            edit,
            ("Zh", $"锆酸镧{mark}"),
            ("En", $"lanthanum zirconide {mark}"),
            ("Version", $"{entry.Version}")
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        using var removed = await client.SubmitAsync("/terms", $"/terms/{entry.Id}/remove");
        Assert.Contains($"/terms/{entry.Id}/restore", await client.GetStringAsync("/terms"));
        Assert.NotNull((await EntryAsync($"锆酸镧{mark}")).RemovedAt);
        using var gone = await client.GetAsync(edit);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var restored = await client.SubmitAsync("/terms", $"/terms/{entry.Id}/restore");
        Assert.Null((await EntryAsync($"锆酸镧{mark}")).RemovedAt);

        var trail = await site.WithDatabaseAsync(db =>
            db.Set<AuditEntry>()
                .Where(item => item.SubjectId == entry.Id.Value)
                .OrderBy(item => item.At)
                .Select(item => item.Action)
                .ToListAsync()
        );
        Assert.Equal(
            [AuditActions.TermAdded, AuditActions.TermChanged, AuditActions.TermRemoved, AuditActions.TermRestored],
            trail.OrderBy(action => AuditActions.All.ToList().IndexOf(action))
        );
    }

    [Theory]
    [InlineData("Zh", "배터리팩", "锆锆甲", "Zh", "another script")]
    [InlineData("Ko", "锆锆乙", "zirco b", "Ko", "another script")]
    [InlineData("En", "锆锆丙", "란란란", "En", "another script")]
    [InlineData("En", "!!!", "란란란", "En", "no word")]
    [InlineData("En", "7", "란란란", "En", "no word")]
    [InlineData("HsCodes", "9999", "란란란", "HsCodes", "no HS code")]
    public async Task Fault_is_told_at_its_field(string field, string value, string other, string at, string why)
    {
        using var client = site.ClientFor(await new World(site).ReviewerAsync(Country.CN));
        var second =
            field == "Ko" ? "En"
            : field == "Zh" ? "Zh"
            : "Ko";
        using var answer = await client.SubmitAsync(NewPage, NewPage, (field, value), (second, other));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches($"id=\"{at}-error\".*?{why}", page);
        Assert.Contains(value, page);
    }

    [Fact]
    public async Task Too_many_terms_too_long_terms_and_one_language_are_refused()
    {
        using var client = site.ClientFor(await new World(site).ReviewerAsync(Country.CN));
        var many = string.Join(';', Enumerable.Range(0, 21).Select(number => $"zircothing {number}"));

        using var tooMany = await client.SubmitAsync(NewPage, NewPage, ("En", many), ("Zh", "锆丁戊"));
        using var tooLong = await client.SubmitAsync(NewPage, NewPage, ("En", new string('z', 81)), ("Zh", "锆丁戊"));
        using var alone = await client.SubmitAsync(NewPage, NewPage, ("Zh", "锆丁戊"));

        Assert.Contains("At most 20.", await tooMany.Content.ReadAsStringAsync());
        Assert.Contains("longer than 80", await tooLong.Content.ReadAsStringAsync());
        Assert.Matches("id=\"Ko-error\".*?two languages", await alone.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Known_word_is_shown_with_its_concept_and_the_entry_can_add_to_it()
    {
        using var client = site.ClientFor(await new World(site).ReviewerAsync(Country.CN));
        (string, string)[] words = [("Zh", "氫氧化鋰\n锂羟新名"), ("Ko", "수산화 리튬")];
        using var asked = await client.SubmitAsync(NewPage, NewPage, words);
        var page = await asked.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Matches("type=\"radio\" name=\"Target\" value=\"lithium-hydroxide\"", page);
        Assert.Contains("lithium hydroxide", page);

        using var added = await client.SubmitAsync(NewPage, NewPage, [.. words, ("Target", "lithium-hydroxide")]);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var entry = await EntryAsync("锂羟新名");
        Assert.Equal("lithium-hydroxide", entry.Concept);
        Assert.Equal(["锂羟新名"], entry.Content.Terms);
        Assert.Contains("adds to", await client.GetStringAsync("/terms"));

        using var again = await client.SubmitAsync(NewPage, NewPage, ("Zh", "锂羟新名"), ("Target", "lithium-hydroxide"));
        Assert.Contains("has all of these words", await again.Content.ReadAsStringAsync());
        using var more = await client.SubmitAsync(NewPage, NewPage, ("Ko", "리튬하이신명"), ("Target", "lithium-hydroxide"));
        Assert.Equal(["리튬하이신명"], (await EntryAsync("锂羟新名")).Content.Ko);
        using var other = await client.SubmitAsync(NewPage, NewPage, ("Zh", "锂羟新名"), ("Ko", "다른물건갑"), ("Target", "new"));
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        Assert.StartsWith("own-", (await EntryAsync("다른물건갑")).Concept);
    }

    [Fact]
    public async Task Later_of_two_edits_of_one_entry_is_told_who_was_faster()
    {
        using var client = site.ClientFor(await new World(site).ReviewerAsync(Country.CN));
        await client.SubmitAsync(NewPage, NewPage, ("Zh", "锆并发"), ("Ko", "동시편집물"));
        var entry = await EntryAsync("锆并发");
        var edit = $"/terms/{entry.Id}/edit";
        (string, string)[] first = [("Zh", "锆并发"), ("Ko", "동시편집물갑"), ("Version", $"{entry.Version}")];

        await client.SubmitAsync(edit, edit, first);
        using var late = await client.SubmitAsync(edit, edit, ("Zh", "锆并发"), ("Ko", "동시편집물을"), ("Version", $"{entry.Version}"));
        var page = await late.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Kim Minji", page);
        Assert.Contains("동시편집물을", page);
        Assert.Equal(["동시편집물갑"], (await EntryAsync("锆并发")).Content.Ko);
        using var knowing = await client.SubmitAsync(
            edit,
            edit,
            ("Zh", "锆并发"),
            ("Ko", "동시편집물을"),
            ("Version", $"{entry.Version + 1}")
        );
        Assert.Equal(HttpStatusCode.Redirect, knowing.StatusCode);
    }

    [Fact]
    public async Task For_everybody_but_agencies_and_the_administrator_the_pages_are_not_there()
    {
        var world = new World(site);
        using var reviewer = site.ClientFor(await world.ReviewerAsync(Country.KR));
        await reviewer.SubmitAsync(NewPage, NewPage, ("Zh", "锆他人"), ("Ko", "남의용어물"));
        var entry = await EntryAsync("锆他人");
        using var firm = site.ClientFor((await world.FirmAsync(Country.KR, "Hanbit")).UserId);
        using var nobody = site.ClientFor(await world.PersonAsync());
        using var visitor = site.ClientFor();

        foreach (var client in new[] { firm, nobody })
        {
            foreach (var page in new[] { "/terms", NewPage, $"/terms/{entry.Id}/edit", "/terms/export", "/terms/met" })
            {
                using var answer = await client.GetAsync(page);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }

            foreach (
                var action in new[]
                {
                    NewPage,
                    $"/terms/{entry.Id}/edit",
                    $"/terms/{entry.Id}/remove",
                    $"/terms/{entry.Id}/restore",
                    "/terms/import",
                    "/terms/met/dismiss",
                    "/terms/met/restore",
                }
            )
            {
                using var answer = await client.SubmitAsync("/account", action, ("Zh", "锆甲乙"), ("Ko", "가나다라"), ("Version", "1"));
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }

            Assert.DoesNotContain("href=\"/terms\"", await client.GetStringAsync("/account"));
        }

        using var outside = await visitor.GetAsync("/terms");
        Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
        Assert.Equal(1, (await EntryAsync("锆他人")).Version);
    }

    private Task<TermEntry> EntryAsync(string term) =>
        site.WithDatabaseAsync(db => db.Set<TermEntry>().AsNoTracking().SingleAsync(entry => entry.Words.Contains(term)));
}
