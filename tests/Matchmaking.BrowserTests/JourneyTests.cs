using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaking.BrowserTests.Site;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>Register → list → publish → find a partner → ask → accept, by the pages alone, in each language.</summary>
public sealed partial class JourneyTests(BrowserSite site)
{
    private const string Password = "three quiet harbours";

    /// <summary>A firm that joins in the test, what it writes, and the demonstration account of the agency that reads it and of the firm that it asks.</summary>
    private sealed record Newcomer(
        string Locale,
        string Country,
        string NameField,
        string Name,
        string Sector,
        string Region,
        string Number,
        string Agency,
        string Counterpart,
        (string Kind, string Title, string Text)[] Listings
    );

    private static readonly Newcomer[] Newcomers =
    [
        new(
            "ko-KR",
            "KR",
            "NameKo",
            "㈜새물결소재",
            "batteries",
            "KR-28",
            "124-81-00998",
            "agency-kr@demo.example",
            "suzhou@demo.example",
            [
                ("Need", "고순도 수산화리튬 LiOH 구매", "NCM811 양극재용 battery-grade LiOH 월 40톤이 필요합니다. 순도 56.5% 이상."),
                ("Offer", "NCM811 양극재 시제품", "단결정 NCM811 cathode, 월 20톤까지 공급할 수 있습니다."),
            ]
        ),
        new(
            "zh-CN",
            "CN",
            "NameZh",
            "苏州新波材料有限公司",
            "chemicals",
            "CN-JS",
            "91350100M000100Y43",
            "agency-cn@demo.example",
            "incheon@demo.example",
            [
                ("Offer", "电池级氢氧化锂 LiOH", "battery-grade LiOH，纯度56.5%以上，月供60吨，适用于NCM811。"),
                ("Need", "求购 NCM811 正极材料", "单晶NCM811 cathode，每月20吨，IATF 16949。"),
            ]
        ),
        new(
            "en-GB",
            "KR",
            "NameKo",
            "(주)큰바다부품",
            "vehicle-parts",
            "KR-41",
            "220-81-62517",
            "agency-kr@demo.example",
            "suzhou@demo.example",
            [
                ("Need", "Battery-grade LiOH, 40 t a month", "For NCM811 cathode production; purity 56.5 % or better."),
                ("Offer", "NCM811 cathode material, single crystal", "Up to 20 t a month, IATF 16949."),
            ]
        ),
    ];

    public static TheoryData<string> Locales() => [.. Newcomers.Select(newcomer => newcomer.Locale)];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task Two_firms_that_never_met_agree_a_meeting(string locale)
    {
        var newcomer = Array.Find(Newcomers, newcomer => newcomer.Locale == locale)!;
        var language = locale[..2];
        await using var firm = await site.VisitAsync(locale);

        await RegisterAsync(firm, newcomer, language);
        foreach (var (kind, title, text) in newcomer.Listings)
        {
            await WriteAsync(firm, kind, title, text);
        }

        await firm.InspectAsync($"journey-{language}-3-listings");
        await using (var reviewer = await site.VisitAsync(locale))
        {
            await reviewer.SignInAsync(newcomer.Agency);
            foreach (var (_, title, _) in newcomer.Listings)
            {
                await PublishAsync(reviewer, title, language);
            }
        }

        await FindPartnersAsync(firm, language);
        await using var counterpart = await site.VisitAsync(locale);
        await counterpart.SignInAsync(newcomer.Counterpart);
        var asked = await ProfileOfAsync(counterpart);
        var meeting = await AskAsync(firm, asked, language);
        await AcceptAsync(counterpart, meeting, language);
        await firm.Page.GotoAsync(meeting);
        await firm.InspectAsync($"journey-{language}-8-agreed");
        Assert.Equal(1, await firm.Page.Locator($"a[href$='.ics'], a[href*='calendar']").CountAsync());
    }

    private async Task RegisterAsync(Visitor firm, Newcomer newcomer, string language)
    {
        var mail = $"newcomer-{language}@example.com";
        await firm.Page.GotoAsync("/register");
        await firm.Page.FillAsync("[name=Name]", "Lin Haneul");
        await firm.Page.FillAsync("[name=Email]", mail);
        await firm.Page.FillAsync("[name=Password]", Password);
        await firm.InspectAsync($"journey-{language}-1-register");
        await SendAsync(firm, "form[action='/register']");
        await firm.Page.GotoAsync(await ConfirmationLinkAsync(mail));
        await SendAsync(firm, "form[action='/confirm']");
        await firm.Page.GotoAsync("/sign-in");
        await firm.Page.FillAsync("#Email", mail);
        await firm.Page.FillAsync("#Password", Password);
        await SendAsync(firm, "form[action='/sign-in']");

        await firm.Page.GotoAsync($"/companies/register?country={newcomer.Country}");
        await firm.Page.FillAsync($"[name={newcomer.NameField}]", newcomer.Name);
        await firm.Page.FillAsync("[name=NameLatin]", $"Newcomer {language} Co., Ltd.");
        await firm.Page.FillAsync("[name=RegistrationNumber]", newcomer.Number);
        await firm.Page.SelectOptionAsync("[name=Sector]", newcomer.Sector);
        await firm.Page.SelectOptionAsync("[name=Region]", newcomer.Region);
        await firm.Page.FillAsync("[name=ContactPerson]", "Lin Haneul");
        await firm.Page.FillAsync("[name=ContactEmail]", mail);
        await firm.InspectAsync($"journey-{language}-2-firm");
        await SendAsync(firm, "main form:has([name=ContactPerson])");
        await firm.ArriveAsync("/companies/[0-9a-f]{32}");
    }

    private static async Task WriteAsync(Visitor firm, string kind, string title, string text)
    {
        await firm.Page.GotoAsync($"/listings/new?kind={kind}");
        await firm.Page.CheckAsync($"#Kind-{kind}");
        await firm.Page.FillAsync("[name=Title]", title);
        await firm.Page.FillAsync("[name=Text]", text);
        await firm.SendAsync(firm.Page.Locator("button[name=step][value=submit]"));
        await firm.Page.GotoAsync("/listings");
        await Assertions.Expect(firm.Page.GetByText(title).First).ToBeVisibleAsync();
    }

    private static async Task PublishAsync(Visitor reviewer, string title, string language)
    {
        await reviewer.Page.GotoAsync("/reviews");
        await reviewer.Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = title }).First.ClickAsync();
        await reviewer.Page.ClickAsync("form[action$='/take'] button");
        await reviewer.InspectAsync($"journey-{language}-4-review");
        await reviewer.SendAsync(reviewer.Page.Locator("button[name=decision][value=Published]"));
    }

    private static async Task FindPartnersAsync(Visitor firm, string language)
    {
        // The index follows the database by its outbox: within two seconds, here given more on a busy machine.
        for (var attempt = 0; attempt < 40; attempt++)
        {
            await firm.Page.GotoAsync("/partners");
            if (await firm.Page.Locator("article.partner").CountAsync() > 0)
            {
                break;
            }

            await Task.Delay(500);
        }

        await Assertions.Expect(firm.Page.Locator("article.partner").First).ToBeVisibleAsync();
        await firm.InspectAsync($"journey-{language}-5-partners");
    }

    private static async Task<string> ProfileOfAsync(Visitor counterpart)
    {
        await counterpart.Page.GotoAsync("/");
        var profile = await counterpart.Page.Locator("a[href^='/companies/']").First.GetAttributeAsync("href");
        return CompanyId().Match(profile!).Value;
    }

    private static async Task<string> AskAsync(Visitor firm, string company, string language)
    {
        await firm.Page.GotoAsync($"/meetings/request?company={company}");
        var times = firm.Page.Locator("input[name=Suggested]:not([disabled])");
        await times.Nth(0).CheckAsync();
        await times.Nth(1).CheckAsync();
        await firm.Page.FillAsync("[name=Message]", "LiOH / NCM811");
        await firm.InspectAsync($"journey-{language}-6-ask");
        await SendAsync(firm, "form[action='/meetings/request']");
        await firm.ArriveAsync("/meetings/[0-9a-f]{32}");
        return new Uri(firm.Page.Url).AbsolutePath;
    }

    private static async Task AcceptAsync(Visitor counterpart, string meeting, string language)
    {
        await counterpart.Page.GotoAsync(meeting);
        await counterpart.InspectAsync($"journey-{language}-7-asked");
        await SendAsync(counterpart, "form[action$='/accept']");
    }

    private static Task SendAsync(Visitor visitor, string form) =>
        visitor.SendAsync(visitor.Page.Locator(form).Locator("button[type=submit]").Last);

    private async Task<string> ConfirmationLinkAsync(string mail)
    {
        for (var attempt = 0; attempt < 40; attempt++)
        {
            foreach (var file in Directory.Exists(site.MailFolder) ? Directory.EnumerateFiles(site.MailFolder, "*.eml") : [])
            {
                var message = await MimeKit.MimeMessage.LoadAsync(file);
                if (
                    message.To.Mailboxes.Any(to => to.Address == mail)
                    && Link().Match(message.TextBody ?? string.Empty) is { Success: true } link
                )
                {
                    return new Uri(link.Value).PathAndQuery;
                }
            }

            await Task.Delay(500);
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No mail with a link came for {mail}."));
    }

    [GeneratedRegex(@"https?://\S+/confirm\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CompanyId();
}
