using Matchmaking.BrowserTests.Site;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Data.Demonstration;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Matchmaking.BrowserTests;

/// <summary>An organiser lets the firms book, and a firm books a meeting and gives it back, on a phone and at a desk.</summary>
public sealed class ExpoBookingTests(BrowserSite site) : IAsyncDisposable
{
    private const string Agency = "agency-kr@demo.example";
    private const string Korean = "incheon@demo.example";
    private const string Chinese = "suzhou@demo.example";

    private static readonly (string Locale, bool Phone)[] Readers =
    [
        ("ko", false),
        ("ko", true),
        ("zh", false),
        ("zh", true),
        ("en", false),
        ("en", true),
    ];

    private readonly Dictionary<(string Account, bool Phone), Visitor> visitors = [];

    [Fact]
    public async Task Booking_is_opened_and_a_firm_books_and_cancels_on_its_phone()
    {
        var organiser = await SignedInAsync(Agency, phone: false);
        var id = await ClosedExpoAsync();
        var (expo, programme) = ($"/organise/{id}", $"/expos/{id}/programme");
        await SeeAsync(Korean, "home", "/");
        await SeeAsync(Agency, "booking-new", "/organise/new", last: true);
        await SeeAsync(Agency, "booking-edit", $"{expo}/edit", last: true);
        await SeeAsync(Agency, "booking-overview", expo);
        await SeeAsync(Agency, "booking-schedule", $"{expo}/schedule");
        await SeeAsync(Korean, "booking-wishes", $"/expos/{id}/partners");
        await organiser.Page.GotoAsync($"{expo}/schedule");
        await organiser.Page.Locator("form[action$='/booking'] button").ClickAsync();
        await Assertions.Expect(organiser.Page.Locator(".notice.success")).ToBeVisibleAsync();
        await SeeAsync(Agency, "booking-organiser", $"{expo}/programme");

        await SeeAsync(Korean, "booking-partners", programme);
        var phone = await SignedInAsync(Korean, phone: true);
        await phone.Page.GotoAsync(programme);
        await phone.Page.Locator("a[href*='/booking/']").First.ClickAsync();
        await Assertions.Expect(phone.Page.Locator("button[name=slot]").First).ToBeVisibleAsync();
        await SeeAsync(Korean, "booking-times", new Uri(phone.Page.Url).AbsolutePath);
        await phone.Page.Locator("button[name=slot]").Nth(2).ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".notice.success").First).ToBeVisibleAsync();
        await SeeAsync(Korean, "booking-booked", programme, last: true);
        await SeeBookedAsync(organiser.Page, expo);
        await SeeTakenAsync(expo, programme);

        await phone.Page.GotoAsync(programme);
        await phone.Page.Locator("a[href$='/cancel']").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("form[action$='/cancel'] button")).ToBeVisibleAsync();
        await SeeAsync(Korean, "booking-cancel", new Uri(phone.Page.Url).AbsolutePath);
        await phone.Page.GotoAsync(phone.Page.Url);
        await phone.Page.Locator("form[action$='/cancel'] button").ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".notice.success").First).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("a[href$='/cancel']")).ToHaveCountAsync(0);
    }

    /// <summary>The organiser sees in the grid what stands there as booked.</summary>
    private async Task SeeBookedAsync(IPage page, string expo)
    {
        await SeeAsync(Agency, "booking-grid", $"{expo}/schedule/1");
        await page.GotoAsync($"{expo}/schedule/1");
        await Assertions.Expect(page.Locator(".grid-meeting [href$='#firm']")).ToHaveCountAsync(1);
        await SeeAsync(Agency, "booking-picked", (await page.Locator(".grid-meeting").First.GetAttributeAsync("href"))!);
    }

    /// <summary>A time that has been taken since the page was made is refused, and the page shows what is free by then.</summary>
    private async Task SeeTakenAsync(string expo, string programme)
    {
        var organiser = (await SignedInAsync(Agency, phone: false)).Page;
        await organiser.GotoAsync($"{expo}/schedule/1");
        var cell = await organiser.Locator("td:has(.grid-meeting)").First.GetAttributeAsync("data-cell");
        foreach (var (language, phone) in Readers)
        {
            var visitor = await SignedInAsync(Korean, phone);
            await visitor.Page.GotoAsync(programme);
            await visitor.ReadInAsync(language, phone);
            await visitor.Page.Locator("a[href*='/booking/']:not([href$='/cancel'])").First.ClickAsync();
            var time = visitor.Page.Locator("button[name=slot]").First;
            await time.EvaluateAsync("(button, slot) => button.value = slot", cell!.Split(':')[0]);
            await time.ClickAsync();
            await Assertions.Expect(visitor.Page.Locator(".notice.error")).ToBeVisibleAsync();
            await visitor.InspectAsync($"booking-taken-{language}{(phone ? "-phone" : string.Empty)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors.Values)
        {
            await visitor.DisposeAsync();
        }
    }

    /// <summary>With the demonstration's two firms and ten others, of which the Chinese ones wish to meet the Korean.</summary>
    private async Task<ExpoId> ClosedExpoAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = DateTime.UtcNow;
        var (korean, chinese) = (await FirmAsync(db, Korean), await FirmAsync(db, Chinese));
        var day = DateOnly.FromDateTime(now.AddDays(47));
        var expo = Expo.Plan(
            DemonstrationData.KoreanAgency,
            new ExpoProfile
            {
                Names = new LocalizedText("中韩装备对接会（虚构）", "한중 장비 상담회(가상)", "China–Korea Machinery Fair (invented)"),
                Place = "Songdo Convensia, Incheon",
                Hall = Country.KR,
                FirstDay = day,
                LastDay = day.AddDays(1),
                Requests = RequestMode.OneSided,
                Scheduling = SchedulingMode.Participants,
            },
            now
        ).Value;
        Assert.True(expo.AddSlots(new SlotPlan(new(10, 0), new(16, 0), 30, 10, new(12, 0), new(13, 20)), [.. expo.Profile.Days]).Succeeded);
        Assert.True(expo.AddTables("A", 1, 8).Succeeded);
        Assert.True(expo.SaveInterpreter(null, "李晓彤", ["zh-ko"], []).Succeeded);
        var others = await db
            .Companies.Where(company => company.Country == Country.CN && company.Id != chinese)
            .OrderBy(company => company.Id)
            .Take(5)
            .Select(company => company.Id)
            .ToListAsync();
        Assert.True(expo.AddWalkIns([korean, chinese, .. others], now).Succeeded);
        Assert.True(expo.Open(until: null, now).Succeeded);
        db.Add(expo);
        await db.SaveChangesAsync();
        var save = scope.ServiceProvider.GetRequiredService<SaveWishes>();
        foreach (var firm in others.Append(chinese))
        {
            await WishAsync(save, expo.Id, firm, korean);
        }

        await WishAsync(save, expo.Id, korean, chinese);
        Assert.True(expo.Close().Succeeded);
        await db.SaveChangesAsync();
        return expo.Id;
    }

    private static async Task WishAsync(SaveWishes save, ExpoId id, CompanyId from, CompanyId to)
    {
        var person = new Actor(Guid.NewGuid(), "Somebody", MembershipRole.Member, from, null);
        var saved = await save.ExecuteAsync(
            id,
            new Dictionary<CompanyId, WishKind?> { [to] = WishKind.Must },
            person,
            TestContext.Current.CancellationToken
        );
        Assert.True(saved.Succeeded);
    }

    private static Task<CompanyId> FirmAsync(AppDbContext db, string account) =>
        db
            .Memberships.Where(member => db.Users.Any(user => user.Id == member.UserId && user.Email == account))
            .Select(member => member.CompanyId!.Value)
            .SingleAsync();

    /// <param name="last">The end of the page is looked at.</param>
    private async Task SeeAsync(string account, string picture, string path, bool last = false)
    {
        foreach (var (language, phone) in Readers)
        {
            var visitor = await SignedInAsync(account, phone);
            await visitor.Page.GotoAsync(path);
            await visitor.ReadInAsync(language, phone);
            if (last)
            {
                await visitor.Page.Locator("main form").Last.ScrollIntoViewIfNeededAsync();
                await visitor.Page.EvaluateAsync("window.scrollTo(0, document.body.scrollHeight)");
            }

            await visitor.InspectAsync($"{picture}-{language}{(phone ? "-phone" : string.Empty)}");
        }
    }

    private async Task<Visitor> SignedInAsync(string account, bool phone)
    {
        if (!visitors.TryGetValue((account, phone), out var visitor))
        {
            visitor = await site.VisitAsync("en-GB", phone);
            visitors.Add((account, phone), visitor);
            await visitor.SignInAsync(account);
        }

        return visitor;
    }
}
