using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Day;

/// <summary>Firms that come are checked in at the door: from a list, or by the code that they show.</summary>
public sealed class CheckInTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Theory]
    [InlineData("en", "0 of 6 firms are here", "1 of 6 firms is here")]
    [InlineData("ko", "기업 6곳 중 0곳 도착", "기업 6곳 중 1곳 도착")]
    [InlineData("zh-Hans", "已到0家，共6家", "已到1家，共6家")]
    public async Task List_counts_who_is_here_and_takes_a_press_back(string language, string nobody, string one)
    {
        var shown = await ShownFair.PublishedAsync(site, language);
        var firm = await FirmAsync(shown, shown.Fair.Korean[0]);
        Assert.Contains(nobody, await ReadAsync(shown));

        using var here = await SetAsync(shown, firm.Id, "true");
        Assert.Contains(one, await ReadAsync(shown));
        using var twice = await SetAsync(shown, firm.Id, "true");
        Assert.Contains(one, await ReadAsync(shown));

        using var back = await SetAsync(shown, firm.Id, "false");
        Assert.Contains(nobody, await ReadAsync(shown));
        var acts = await site.WithDatabaseAsync(db =>
            db.Set<AuditEntry>()
                .Where(entry => entry.SubjectId == shown.Fair.Id.Value)
                .OrderBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync()
        );
        Assert.Equal([AuditActions.ExpoFirmCheckedIn, AuditActions.ExpoCheckInUndone], acts[^2..]);
    }

    [Fact]
    public async Task List_is_searched_by_any_name_and_by_who_is_missing()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var (first, second) = (await FirmAsync(shown, shown.Fair.Korean[0]), await FirmAsync(shown, shown.Fair.Chinese[1]));
        var named = await ReadAsync(shown, "?Name=" + Uri.EscapeDataString("한빛１"));
        Assert.Contains($"check-in/{first.CheckInCode}", named);
        Assert.DoesNotContain($"check-in/{second.CheckInCode}", named);

        using var here = await SetAsync(shown, first.Id, "true", ("Missing", "true"));
        Assert.Equal($"/organise/{shown.Fair.Id}/check-in?Missing=true", here.Headers.Location?.ToString());
        var missing = await ReadAsync(shown, "?Missing=true");
        Assert.DoesNotContain($"check-in/{first.CheckInCode}", missing);
        Assert.Contains($"check-in/{second.CheckInCode}", missing);
        Assert.Contains("No firm fits the filter", await ReadAsync(shown, "?Name=nobody"));
    }

    [Fact]
    public async Task Code_of_a_firm_opens_its_meetings_with_who_of_the_others_is_here()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var firm = await FirmAsync(shown, shown.Fair.Korean[0]);
        var meetings = await shown.PlacedAsync(shown.Fair.Korean[0]);
        var other = shown.FirmOf(meetings[0].Meeting.A == firm.CompanyId ? meetings[0].Meeting.B : meetings[0].Meeting.A);
        var page = await ReadAsync(shown, $"/{firm.CheckInCode}");
        Assert.Equal(meetings.Count, Count(page, "Not here yet"));

        using var there = await SetAsync(shown, (await FirmAsync(shown, other)).Id, "true");
        using var here = await SetAsync(shown, firm.Id, "true", ("code", firm.CheckInCode));
        Assert.Equal($"/organise/{shown.Fair.Id}/check-in/{firm.CheckInCode}", here.Headers.Location?.ToString());
        var after = await ReadAsync(shown, $"/{firm.CheckInCode}");
        Assert.Equal(meetings.Count - 1, Count(after, "Not here yet"));
        Assert.Contains("Not here after all", after);
    }

    [Fact]
    public async Task Firm_shows_its_own_code_and_the_printed_sheet_holds_it()
    {
        var shown = await ShownFair.PreliminaryAsync(site);
        var firm = shown.Fair.Korean[0];
        Assert.DoesNotContain("QR code for the check-in", await shown.ReadAsync(firm));
        Assert.Contains("class=\"check-in\"", await shown.Fair.ReadAsync($"/1/kit/firms?firm={firm.Company}"));

        using var published = await shown.SendAsync("publish");
        Assert.Contains("QR code for the check-in", await shown.ReadAsync(firm));
        var codes = await site.WithDatabaseAsync(db =>
            db.Set<ExpoFirm>().Where(item => item.ExpoId == shown.Fair.Id).Select(item => item.CheckInCode).ToListAsync()
        );
        Assert.All(codes, code => Assert.Equal(SecretCode.Length, code.Length));
        Assert.Equal(6, codes.Distinct().Count());
    }

    [Fact]
    public async Task Nobody_but_the_organiser_checks_in_and_only_once_the_programme_is_published()
    {
        var shown = await ShownFair.PreliminaryAsync(site);
        var firm = await FirmAsync(shown, shown.Fair.Korean[0]);
        var list = $"/organise/{shown.Fair.Id}/check-in";
        using var early = await shown.Fair.Organiser.GetAsync(list);
        using var pressed = await SetAsync(shown, firm.Id, "true");
        using var published = await shown.SendAsync("publish");

        using var foreign = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var seen = await foreign.GetAsync($"{list}/{firm.CheckInCode}");
        using var set = await foreign.SubmitAsync("/account", $"{list}/{firm.Id}", ("isHere", "true"));
        using var unknown = await shown.Fair.Organiser.GetAsync($"{list}/{SecretCode.New()}");
        Assert.All([early, pressed, seen, set, unknown], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.False(await site.WithDatabaseAsync(db => db.Set<Arrival>().AnyAsync(arrival => arrival.FirmId == firm.Id)));
    }

    private Task<ExpoFirm> FirmAsync(ShownFair shown, World.Member firm) =>
        site.WithDatabaseAsync(db =>
            db.Set<ExpoFirm>().AsNoTracking().SingleAsync(item => item.ExpoId == shown.Fair.Id && item.CompanyId == firm.Company)
        );

    private static async Task<string> ReadAsync(ShownFair shown, string part = "") =>
        WebUtility.HtmlDecode(await shown.Fair.Organiser.GetStringAsync($"/organise/{shown.Fair.Id}/check-in{part}"));

    private static Task<HttpResponseMessage> SetAsync(ShownFair shown, Guid firm, string isHere, params (string, string)[] fields) =>
        shown.Fair.Organiser.SubmitAsync("/account", $"/organise/{shown.Fair.Id}/check-in/{firm}", [("isHere", isHere), .. fields]);

    private static int Count(string page, string words) => page.Split(words).Length - 1;
}
