using Matchmaking.BrowserTests.Site;
using Matchmaking.Core.Data;
using Matchmaking.Core.Matching.Indexing.Rebuilds;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>What administrators see of the outbox and the search index, in each language, and by keyboard.</summary>
public sealed class OperationsTests(BrowserSite site)
{
    public static TheoryData<string, bool> Windows() =>
        new()
        {
            { "zh-CN", false },
            { "zh-CN", true },
            { "ko-KR", false },
            { "ko-KR", true },
            { "en-GB", false },
            { "en-GB", true },
        };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Outbox_with_reasons_and_the_search_index_are_accessible_and_fit_the_window(string locale, bool phone)
    {
        var mark = $"{locale[..2]}{(phone ? "-phone" : string.Empty)}";
        await AddAsync(mark);
        await using var visitor = await EnterAsync(locale, phone);
        var page = visitor.Page;

        await page.GotoAsync("/admin/outbox");
        await page.Locator("tr details summary").First.ClickAsync();
        await visitor.InspectAsync($"outbox-{mark}");
        await page.GotoAsync("/admin/outbox?handler=nobody");
        await visitor.InspectAsync($"outbox-nothing-{mark}");
        await page.GotoAsync("/admin/search-index");
        await Assertions.Expect(page.Locator("section").Last).ToBeVisibleAsync();
        await visitor.InspectAsync($"search-index-{mark}");
    }

    [Fact]
    public async Task Rebuild_ordered_by_keyboard_shows_its_end_without_a_reload()
    {
        await using var visitor = await EnterAsync("en-GB", phone: false);
        var page = visitor.Page;
        await page.GotoAsync("/admin/search-index");
        await page.Locator("#start").FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-running]")).ToBeVisibleAsync();
        await visitor.InspectAsync("search-index-running");
        await page.EvaluateAsync("window.isTheSamePage = true");
        await Assertions.Expect(page.Locator("#start")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 120_000 });

        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage === true"));
        Assert.True(
            await WithDatabaseAsync(db =>
                db.Set<IndexRebuild>().AnyAsync(item => item.AskedBy == "Admin" && item.State == IndexRebuildState.Done)
            )
        );
    }

    /// <summary>Of a handler that no node here has, so that nobody takes it meanwhile.</summary>
    private Task<int> AddAsync(string mark) =>
        WithDatabaseAsync(db =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            db.AddRange(
                Enumerable
                    .Range(0, 3)
                    .Select(place => new OutboxMessage
                    {
                        Handler = "mail-retired",
                        Kind = "listing-reviewed",
                        Payload = $"{Guid.CreateVersion7()} {mark}",
                        CreatedAt = now.AddHours(-place - 1),
                        NotBefore = now.AddDays(1),
                        Attempts = place == 0 ? 2 : OutboxMessage.AttemptLimit,
                        LastError =
                            "MailKit.Net.Smtp.SmtpCommandException: 4.7.1 Service unavailable, try again later\n"
                            + "   at MailKit.Net.Smtp.SmtpClient.SendAsync(FormatOptions options, MimeMessage message)",
                    })
            );
            return db.SaveChangesAsync();
        });

    private async Task<T> WithDatabaseAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    private async Task<Visitor> EnterAsync(string locale, bool phone)
    {
        var visitor = await site.VisitAsync(locale, phone);
        await visitor.SignInAsync("admin@demo.example");
        // The account has a language of its own, and on a phone the choice is folded away.
        await visitor.Page.Locator($".languages button[value={locale[..2]}]").First.DispatchEventAsync("click");
        await Assertions.Expect(visitor.Page.Locator($"html[lang^={locale[..2]}]")).ToBeVisibleAsync();
        return visitor;
    }
}
