using Matchmaking.BrowserTests.Site;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserSite))]

namespace Matchmaking.BrowserTests.Site;

/// <summary>One site with the demonstration data on a free loopback port, and one headless Chromium, for all tests of this project.</summary>
public sealed class BrowserSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Debian's: the shell without windows starts and draws with less than the whole browser, which is taken where it stands alone.</summary>
    private static readonly string? Chromium = Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists);

    /// <summary>A cold site and a cold browser on two busy cores: nothing here measures time.</summary>
    private const float PatienceMilliseconds = 120_000;

    private static readonly string[] ChromiumArguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("matchmaking-browser-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string MailFolder => Path.Combine(folder, "mail");

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ChromiumArguments }
        );
    }

    /// <summary>A fresh visitor. Skips the test where no Chromium is installed.</summary>
    /// <param name="locale">As the browser sends it: <c>ko-KR</c>, <c>zh-CN</c>, <c>en-GB</c>.</param>
    public async Task<Visitor> VisitAsync(string locale, bool phone = false)
    {
        Assert.SkipWhen(Chromium is null, "Needs Debian's package chromium-headless-shell or chromium.");
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = Address.ToString(),
                Locale = locale,
                TimezoneId = "Asia/Seoul",
                ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 800 },
                HasTouch = phone,
                IsMobile = phone,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(PatienceMilliseconds);
        context.SetDefaultNavigationTimeout(PatienceMilliseconds);
        return new Visitor(context, await context.NewPageAsync());
    }

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", folder);
    }
}
