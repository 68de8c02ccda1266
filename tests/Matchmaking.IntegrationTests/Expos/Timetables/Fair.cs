using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Timetables;

/// <summary>
/// A small fair whose wishes are closed, made on the pages: three firms of each country, each of which wishes to meet all three of the other,
/// in four slots at two tables. One of the nine meetings finds no place.
/// </summary>
internal sealed class Fair(
    SiteFactory site,
    ExpoId id,
    HttpClient organiser,
    IReadOnlyList<World.Member> korean,
    IReadOnlyList<World.Member> chinese
)
{
    public ExpoId Id => id;

    public HttpClient Organiser => organiser;

    public IReadOnlyList<World.Member> Korean => korean;

    public IReadOnlyList<World.Member> Chinese => chinese;

    public string Page => $"/organise/{id}/schedule";

    /// <param name="refusing">The first Korean firm says no to the first Chinese one.</param>
    /// <param name="hasMusts">Every firm insists on one of the three; else nobody wishes one meeting more than another.</param>
    /// <param name="settings">Further fields of the expo's form.</param>
    public static async Task<Fair> ClosedAsync(
        SiteFactory site,
        string language = "en",
        bool refusing = false,
        bool hasMusts = true,
        params (string Name, string Value)[] settings
    )
    {
        // The newest firms stand first among those that can be invited.
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var expos = new ExpoWorld(site, settings);
        var (korean, chinese) = (new List<World.Member>(), new List<World.Member>());
        foreach (var number in Enumerable.Range(1, 3))
        {
            korean.Add(await expos.VerifiedAsync(Country.KR, $"한빛{number}"));
            chinese.Add(await expos.VerifiedAsync(Country.CN, $"岩恒{number}"));
        }

        var id = await expos.InvitedAsync([.. korean, .. chinese]);
        foreach (var firm in korean.Concat(chinese))
        {
            using var client = site.ClientFor(firm.UserId);
            using var answer = await client.SubmitAsync($"/expos/{id}", $"/expos/{id}", ("Attends", "true"));
        }

        foreach (var firm in korean.Concat(chinese))
        {
            using var client = site.ClientFor(firm.UserId);
            var others = korean.Contains(firm) ? chinese : korean;
            using var wished = await client.SubmitAsync(
                $"/expos/{id}/partners",
                $"/expos/{id}/partners",
                [
                    .. others.SelectMany(
                        (other, index) =>
                            new[]
                            {
                                ($"wishes[{index}].Firm", $"{other.Company}"),
                                (
                                    $"wishes[{index}].Kind",
                                    refusing && firm == korean[0] && other == chinese[0] ? "NoThanks"
                                    : hasMusts && index == 1 ? "Must"
                                    : "Meet"
                                ),
                            }
                    ),
                ]
            );
            Assert.Equal(HttpStatusCode.Redirect, wished.StatusCode);
        }

        var agency = await site.WithDatabaseAsync(db =>
            db.Set<Expo>().Where(expo => expo.Id == id).Select(expo => expo.AgencyId).SingleAsync()
        );
        var person = await site.WithDatabaseAsync(db =>
            db.Memberships.Where(member => member.AgencyId == agency).Select(member => member.UserId).SingleAsync()
        );
        var organiser = site.ClientFor(person, language);
        using var closed = await organiser.SubmitAsync($"/organise/{id}", $"/organise/{id}/close");
        return new Fair(site, id, organiser, korean, chinese);
    }

    /// <summary>The same with a first draft.</summary>
    public static async Task<Fair> DraftedAsync(SiteFactory site, string language = "en", bool hasMusts = true)
    {
        var fair = await ClosedAsync(site, language, hasMusts: hasMusts);
        Assert.Equal(RunState.Done, (await fair.RunAsync()).State);
        return fair;
    }

    /// <summary>Orders a search and waits for its end.</summary>
    public async Task<ScheduleRun> RunAsync(RunScope scope = RunScope.Anew, bool placesAll = false)
    {
        await AskAsync(scope, placesAll);
        await Eventually.TrueAsync(async () => !(await LastAsync()).IsOpen);
        return await LastAsync();
    }

    public async Task AskAsync(RunScope scope = RunScope.Anew, bool placesAll = false)
    {
        using var asked = await SendAsync("run", ("Scope", $"{scope}"), ("Seconds", "10"), ("PlacesAll", placesAll ? "true" : "false"));
        Assert.Equal(Page, asked.Headers.Location?.ToString());
    }

    /// <summary>
    /// A placed meeting whose slot the one without a place could take instead. There always is one: of the four meetings that keep its two firms
    /// busy, at most two stand in one of the four slots.
    /// </summary>
    public static DraftMeeting Replaceable(ScheduleDraft draft)
    {
        var unplaced = draft.Meetings.Single(meeting => meeting.Placement is null);
        return draft
            .Meetings.Where(meeting => meeting.Placement is not null)
            .GroupBy(meeting => meeting.Placement!.SlotId)
            .First(slot => slot.Count(meeting => Shares(meeting, unplaced)) <= 1)
            .MaxBy(meeting => Shares(meeting, unplaced))!;
    }

    /// <summary>Whether a firm is in both.</summary>
    public static bool Shares(DraftMeeting one, DraftMeeting other) =>
        new[] { one.Meeting.A, one.Meeting.B }.Intersect([other.Meeting.A, other.Meeting.B]).Any();

    public Task<HttpResponseMessage> SendAsync(string action, params (string, string)[] fields) =>
        organiser.SubmitAsync("/account", $"{Page}/{action}", fields);

    public Task<ScheduleRun> LastAsync() =>
        site.WithDatabaseAsync(db =>
            db.Set<ScheduleRun>().AsNoTracking().Where(run => run.ExpoId == id).OrderBy(run => run.Id).LastAsync()
        );

    public async Task<string> ReadAsync(string part = "") => WebUtility.HtmlDecode(await organiser.GetStringAsync(Page + part));

    public Task<ScheduleDraft> DraftAsync(int number = 1) =>
        site.WithDatabaseAsync(db =>
            db.Set<ScheduleDraft>()
                .AsNoTracking()
                .Include(draft => draft.Moves)
                .Include(draft => draft.Meetings)
                    .ThenInclude(meeting => meeting.Meeting)
                .Include(draft => draft.Meetings)
                    .ThenInclude(meeting => meeting.Placement!.Seats)
                .AsSplitQuery()
                .SingleAsync(draft => draft.ExpoId == id && draft.Number == number)
        );

    public Task<Expo> ExpoAsync() =>
        site.WithDatabaseAsync(db =>
            db.Set<Expo>()
                .AsNoTracking()
                .Include(expo => expo.Slots)
                .Include(expo => expo.Tables)
                .AsSplitQuery()
                .SingleAsync(expo => expo.Id == id)
        );
}
