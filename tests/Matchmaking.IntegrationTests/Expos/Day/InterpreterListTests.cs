using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Day;

/// <summary>Interpreters read their own list under a secret address, without an account.</summary>
public sealed class InterpreterListTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task Interpreter_reads_their_own_meetings_once_the_programme_is_published()
    {
        var (shown, interpreter, meeting) = await InterpretedAsync();
        using var visitor = site.ClientFor();
        var early = await ReadAsync(visitor, interpreter.ListCode);
        Assert.Contains("There is no programme yet", early);
        Assert.DoesNotContain("岩恒", early);

        using var published = await shown.SendAsync("publish");
        using var answer = await visitor.GetAsync($"/interpreting/{interpreter.ListCode}");
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var names = await NamesAsync(shown);
        Assert.All(
            names,
            name =>
                Assert.Equal(
                    name.Key == meeting.Meeting.A || name.Key == meeting.Meeting.B,
                    page.Contains(name.Value, StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task Renewed_address_takes_the_place_of_the_one_before()
    {
        var (shown, interpreter, _) = await InterpretedAsync();
        var page = $"/organise/{shown.Fair.Id}/interpreters/{interpreter.Id}/address";
        Assert.Contains($"http://localhost/interpreting/{interpreter.ListCode}", await shown.Fair.Organiser.GetStringAsync(page));
        using var foreign = site.ClientFor(await world.ReviewerAsync(Country.KR));
        using var hidden = await foreign.GetAsync(page);
        using var refused = await foreign.SubmitAsync("/account", $"{page}/renew");
        using var renewed = await shown.Fair.Organiser.SubmitAsync(page, $"{page}/renew");
        Assert.Equal(page, renewed.Headers.Location?.ToString());

        using var visitor = site.ClientFor();
        using var before = await visitor.GetAsync($"/interpreting/{interpreter.ListCode}");
        Assert.All([hidden, refused, before], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Contains("通訳", await ReadAsync(visitor, (await InterpreterAsync(shown)).ListCode));
    }

    /// <summary>A preliminary programme with an interpreter at one of its meetings.</summary>
    private async Task<(ShownFair Shown, ExpoInterpreter Interpreter, DraftMeeting Meeting)> InterpretedAsync()
    {
        var shown = new ShownFair(site, await Fair.DraftedAsync(site));
        var form = $"/organise/{shown.Fair.Id}/interpreters/new";
        using var added = await shown.Fair.Organiser.SubmitAsync(form, form, ("Name", "通訳"), ("Pairs", "zh-ko"));
        var interpreter = await InterpreterAsync(shown);
        var meeting = (await shown.Fair.DraftAsync()).Meetings.First(item => item.Placement is not null);
        await site.WithDatabaseAsync(db =>
            db.Set<Placement>()
                .Where(placement => placement.Id == meeting.Placement!.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(placement => placement.InterpreterId, interpreter.Id))
        );
        using var made = await shown.SendAsync("preliminary", ("draft", "1"));
        return (shown, interpreter, meeting);
    }

    private Task<ExpoInterpreter> InterpreterAsync(ShownFair shown) =>
        site.WithDatabaseAsync(db => db.Set<ExpoInterpreter>().AsNoTracking().SingleAsync(item => item.ExpoId == shown.Fair.Id));

    private Task<Dictionary<CompanyId, string>> NamesAsync(ShownFair shown)
    {
        var ids = shown.Fair.Korean.Concat(shown.Fair.Chinese).Select(firm => firm.Company).ToList();
        return site.WithDatabaseAsync(async db =>
            (
                await db
                    .Companies.Where(company => ids.Contains(company.Id))
                    .Select(company => new { company.Id, company.Profile.Names })
                    .ToListAsync()
            ).ToDictionary(company => company.Id, company => company.Names.For(LanguageCode.En))
        );
    }

    private static async Task<string> ReadAsync(HttpClient visitor, string code) =>
        WebUtility.HtmlDecode(await visitor.GetStringAsync($"/interpreting/{code}"));
}
