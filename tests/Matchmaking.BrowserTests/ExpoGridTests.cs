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

/// <summary>The grid of a large fair, full of meetings: forty tables, sixteen slots.</summary>
[Collection(nameof(ExpoScheduleTests))]
public sealed class ExpoGridTests(BrowserSite site)
{
    private const int Tables = 40;
    private const int Slots = 16;

    [Fact]
    public async Task Grid_of_forty_tables_and_sixteen_slots_names_both_firms_of_each_meeting()
    {
        await using var visitor = await site.VisitAsync("en-GB");
        await using var phone = await site.VisitAsync("en-GB", phone: true);
        var (page, expo) = (visitor.Page, $"/organise/{await ClosedExpoAsync()}");
        await visitor.SignInAsync("agency-kr@demo.example");
        await phone.SignInAsync("agency-kr@demo.example");
        await page.GotoAsync($"{expo}/schedule");
        await page.Locator("label:has(input[value='10'])").ClickAsync();
        await page.ClickAsync("#start");
        await page.Locator("[data-running]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await page.Locator(".drafts tbody a").First.ClickAsync();
        await visitor.ArriveAsync("/schedule/[^/]+$");
        var draft = new Uri(page.Url).AbsolutePath;
        foreach (var language in new[] { "en", "zh", "ko" })
        {
            await page.GotoAsync(draft);
            await visitor.ReadInAsync(language, phone: false);
            Assert.Equal(Tables, await page.Locator(".slot-grid thead th").CountAsync() - 1);
            Assert.Equal(Slots, await page.Locator(".slot-grid tbody tr:not(.day)").CountAsync());
            await page.Locator(".grid-window").ScrollIntoViewIfNeededAsync();
            await visitor.InspectAsync($"grid-{language}");
            await page.Locator(".grid-window").EvaluateAsync("window => window.scrollTo(1500, 400)");
            await visitor.InspectAsync($"grid-scrolled-{language}");
            Assert.Equal(0, await page.Locator(".grid-meeting .name").EvaluateAllAsync<int>(Narrow));
            Assert.True(await page.Locator(".slot-grid").EvaluateAsync<bool>(HeadsStay), "The heads of the grid have scrolled away.");
            await page.GotoAsync((await page.Locator(".grid-meeting").First.GetAttributeAsync("href"))!);
            await page.Locator(".grid-window").ScrollIntoViewIfNeededAsync();
            await visitor.InspectAsync($"grid-picked-{language}");
            await phone.Page.GotoAsync(draft);
            await phone.ReadInAsync(language, phone: true);
            await phone.Page.Locator(".grid-window").ScrollIntoViewIfNeededAsync();
            await phone.InspectAsync($"grid-{language}-phone");
        }
    }

    /// <summary>Whatever stands beside a name leaves it the width of the cell.</summary>
    private const string Narrow = "names => names.filter(name => name.clientWidth < name.closest('td').clientWidth - 24).length";

    private const string HeadsStay = """
        grid => {
          const window = grid.closest(".grid-window").getBoundingClientRect();
          const [table, slot] = [grid.querySelector("thead th:nth-child(20)"), grid.querySelector("tbody tr:nth-child(8) th")];
          return Math.abs(table.getBoundingClientRect().top - window.top) < 3 && Math.abs(slot.getBoundingClientRect().left - window.left) < 3;
        }
        """;

    /// <summary>Each firm of the demonstration wishes to meet all of the other country.</summary>
    private async Task<ExpoId> ClosedExpoAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = DateTime.UtcNow;
        var day = DateOnly.FromDateTime(now.AddDays(400));
        var expo = Expo.Plan(
            DemonstrationData.KoreanAgency,
            new ExpoProfile
            {
                Names = new LocalizedText("中韩综合对接会（虚构）", "한중 종합 상담회(가상)", "China–Korea General Fair (invented)"),
                Place = "Songdo Convensia, Incheon",
                Hall = Country.KR,
                FirstDay = day,
                LastDay = day.AddDays(1),
            },
            now
        ).Value;
        Assert.True(expo.AddSlots(new SlotPlan(new(9, 0), new(16, 30), 40, 5, new(12, 0), new(13, 30)), [.. expo.Profile.Days]).Succeeded);
        Assert.Equal(Slots, expo.Slots.Count);
        Assert.True(expo.AddTables("A", 1, Tables).Succeeded);
        foreach (var number in Enumerable.Range(1, Tables))
        {
            Assert.True(expo.SaveInterpreter(null, $"통역 {number}", ["zh-ko"], []).Succeeded);
        }

        var firms = await db
            .Companies.AsNoTracking()
            // The two whose people sign in have expos of their own to answer.
            .Where(company => company.ExternalReference != null && !db.Memberships.Any(member => member.CompanyId == company.Id))
            .OrderBy(company => company.ExternalReference)
            .Select(company => new { company.Id, company.Country })
            .ToListAsync();
        Assert.True(expo.AddWalkIns([.. firms.Select(firm => firm.Id)], now).Succeeded);
        Assert.True(expo.Open(until: null, now).Succeeded);
        db.Add(expo);
        await db.SaveChangesAsync();
        var save = scope.ServiceProvider.GetRequiredService<SaveWishes>();
        foreach (var (firm, index) in firms.Select((firm, index) => (firm, index)))
        {
            var wished = firms.Where(other => other.Country != firm.Country).Select((other, place) => (other.Id, Place: place));
            var saved = await save.ExecuteAsync(
                expo.Id,
                wished.ToDictionary(
                    other => other.Id,
                    other => (WishKind?)((other.Place + index) % 3 == 0 ? WishKind.Must : WishKind.Meet)
                ),
                new Actor(Guid.NewGuid(), "Somebody", MembershipRole.Member, firm.Id, null),
                TestContext.Current.CancellationToken
            );
            Assert.True(saved.Succeeded);
        }

        Assert.True(expo.Close().Succeeded);
        await db.SaveChangesAsync();
        return expo.Id;
    }
}
