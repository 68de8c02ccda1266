using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests.Site;

/// <summary>One person's browser window. It remembers what went wrong in the page: script errors and requests to other hosts.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    /// <summary>
    /// The pages that the checker has seen, without their language: what it finds does not depend on it, and it takes longer than all else here.
    /// </summary>
    private static readonly ConcurrentDictionary<string, bool> Checked = new(StringComparer.Ordinal);

    /// <summary>The innermost elements that stand out of the window.</summary>
    private const string Outside = """
        [...document.querySelectorAll("body *")]
            .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
            .slice(-3).map(element => element.outerHTML.slice(0, 200)).join(" | ")
        """;

    /// <summary>Dates in lists that break at the end of a line.</summary>
    private const string BrokenDates = """
        (() => {
            const broken = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (!node.parentElement.closest("li, td, th, dd")) {
                    continue;
                }

                for (const found of node.data.matchAll(/\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日/g)) {
                    const range = document.createRange();
                    range.setStart(node, found.index);
                    range.setEnd(node, found.index + found[0].length);
                    if (new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1) {
                        broken.push(node.parentElement.outerHTML.slice(0, 200));
                    }
                }
            }

            return broken;
        })()
        """;

    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    public Visitor(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => faults.Add($"script error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                faults.Add($"console: {message.Text}");
            }
        };
        page.Request += (_, request) =>
        {
            var host = new Uri(request.Url).Host;
            if (host is not ("localhost" or "127.0.0.1" or ""))
            {
                faults.Add($"request to another host: {request.Url}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                faults.Add($"{response.Status} from {response.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>As one of the demonstration's people.</summary>
    public async Task SignInAsync(string account)
    {
        await Page.GotoAsync("/sign-in");
        await Page.ClickAsync($"button[name=email][value='{account}']");
        await Assertions.Expect(Page).Not.ToHaveURLAsync("/sign-in", new PageAssertionsToHaveURLOptions { Timeout = 60_000 });
    }

    /// <summary>
    /// Waits until the address of the page matches and the page is complete. The browser's own events may be over before anybody waits for them.
    /// </summary>
    public async Task ArriveAsync([StringSyntax(StringSyntaxAttribute.Regex)] string address)
    {
        await Assertions
            .Expect(Page)
            .ToHaveURLAsync(
                new Regex(address, RegexOptions.None, TimeSpan.FromSeconds(1)),
                new PageAssertionsToHaveURLOptions { Timeout = 60_000 }
            );
        await CompleteAsync();
    }

    /// <summary>Presses a button that sends a form, and waits until the site has answered.</summary>
    public Task SendAsync(ILocator button) =>
        Page.RunAndWaitForResponseAsync(
            () => button.ClickAsync(),
            response => response.Request is { Method: "POST", IsNavigationRequest: true }
        );

    /// <summary>Changes the language of the pages, which else is that of the account.</summary>
    public async Task ReadInAsync(string language, bool phone)
    {
        if (await Page.Locator($"html[lang^={language}]").CountAsync() > 0)
        {
            return;
        }

        if (phone)
        {
            await Page.Locator(".site-menu > summary").ClickAsync();
        }

        await SendAsync(Page.Locator($"button[name=language][value={language}]"));
        await Assertions.Expect(Page.Locator($"html[lang^={language}]")).ToHaveCountAsync(1);
        await CompleteAsync();
    }

    /// <summary>Checks what every page must hold: no accessibility violation, nothing wider than the window, no broken date in a list, no fault so far.</summary>
    /// <param name="picture">A name of the page that says its language, <c>-ko</c>, <c>-zh</c> or <c>-en</c>, where it is looked at in several.</param>
    public async Task InspectAsync(string picture)
    {
        // A click or a change of the language answers before the styles of the next page are there.
        await CompleteAsync();
        if (Checked.TryAdd(Language().Replace(picture, string.Empty), true))
        {
            await CheckAccessAsync();
        }

        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(
            overflow <= 0,
            $"{Page.Url} is {overflow} px wider than the window: {(overflow > 0 ? await Page.EvaluateAsync<string>(Outside) : null)}"
        );
        Assert.Empty(await Page.EvaluateAsync<string[]>(BrokenDates));
        Assert.Empty(faults);
        if (Environment.GetEnvironmentVariable("MATCHMAKING_TEST_PICTURES") is { Length: > 0 } pictures)
        {
            Directory.CreateDirectory(pictures);
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(pictures, $"{picture}.png") });
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task CompleteAsync() =>
        await Page.EvaluateAsync("document.readyState === 'complete' || new Promise(done => addEventListener('load', () => done(true)))");

    private async Task CheckAccessAsync()
    {
        var found = await Page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{Page.Url}: "
                + string.Join(
                    "; ",
                    found.Violations.Select(violation =>
                        $"{violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html).Take(3))}"
                    )
                )
        );
    }

    [GeneratedRegex("-(ko|zh|en)(?=-|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Language();
}
