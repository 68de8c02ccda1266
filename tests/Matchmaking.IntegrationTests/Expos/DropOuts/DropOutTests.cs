using System.Net;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.DropOuts;

/// <summary>What becomes of a timetable when a firm, a table or an interpreter is missing from a slot on.</summary>
public sealed class DropOutTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly World world = new(site);

    [Fact]
    public async Task Meetings_at_a_broken_table_are_listed_first_and_nothing_else_is_moved_by_the_repair()
    {
        var shown = await ShownFair.PublishedAsync(site, hasMusts: false);
        var expo = await shown.Fair.ExpoAsync();
        var (table, slot) = (expo.Tables[0], Slots(expo)[2]);
        var before = await StandingAsync(shown.Fair, 1);
        var hit = before
            .Where(place => place.Value.Table == table.Id && IsFrom(expo, place.Value.Slot, slot))
            .Select(place => place.Key)
            .ToHashSet();
        Assert.NotEmpty(hit);

        var preview = await PreviewAsync(shown.Fair, $"Tables:{table.Id}", slot.Id);
        Assert.Contains($"<span class=\"count\">{hit.Count}</span>", preview);
        Assert.Equal(before, await StandingAsync(shown.Fair, 1));

        using var recorded = await RecordAsync(shown.Fair, $"Tables:{table.Id}", slot.Id, "Repair");
        Assert.Equal(shown.Fair.Page, recorded.Headers.Location?.ToString());
        await EndedAsync(shown.Fair);
        Assert.Equal((RunState.Done, RunScope.Repair), ((await shown.Fair.LastAsync()).State, (await shown.Fair.LastAsync()).Scope));
        Assert.Equal(before, await StandingAsync(shown.Fair, 1));
        var after = await StandingAsync(shown.Fair, 2);
        Assert.DoesNotContain(after.Values, place => place.Table == table.Id && IsFrom(expo, place.Slot, slot));

        // Every place of this fair is taken and no meeting is wished more than another, so that the two have nowhere to go and all others can stay.
        Assert.Equal(before.Where(place => !hit.Contains(place.Key)).ToDictionary(), after);
        using var asked = await shown.Fair.SendAsync("2/take");
        Assert.Contains("Nothing is changed yet", await asked.Content.ReadAsStringAsync());
        using var taken = await shown.Fair.SendAsync("2/take", ("confirmed", "true"));
        Assert.Equal(shown.Page, taken.Headers.Location?.ToString());
        Assert.Contains("Tell the firms", await shown.ReadAsync());
    }

    [Fact]
    public async Task Firm_that_goes_home_early_meets_nobody_from_then_on_and_can_come_back()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var (expo, firm) = (await shown.Fair.ExpoAsync(), shown.Fair.Korean[1]);
        var slot = Slots(expo)[2];
        var what = $"Firms:{await shown.ParticipationAsync(firm)}";
        using var recorded = await RecordAsync(shown.Fair, what, slot.Id, "Repair");
        await EndedAsync(shown.Fair);

        var draft = await shown.Fair.DraftAsync(2);
        Assert.All(
            draft.Meetings.Where(meeting => Sides(meeting).Contains(firm.Company) && meeting.Placement is not null),
            meeting => Assert.False(IsFrom(expo, meeting.Placement!.SlotId, slot))
        );
        Assert.Contains("There again", await ReadAsync(shown.Fair));

        using var back = await shown.Fair.Organiser.SubmitAsync("/account", $"/organise/{shown.Fair.Id}/drop-outs/end", ("What", what));
        Assert.Contains("Everybody and everything is there", await ReadAsync(shown.Fair));
    }

    [Fact]
    public async Task Meetings_that_are_only_taken_off_wait_without_a_place()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var (expo, firm) = (await shown.Fair.ExpoAsync(), shown.Fair.Chinese[0]);
        var placed = await shown.PlacedAsync(firm);
        using var recorded = await RecordAsync(shown.Fair, $"Firms:{await shown.ParticipationAsync(firm)}", Slots(expo)[0].Id, "TakeOff");

        Assert.Empty(await shown.PlacedAsync(firm));
        Assert.Equal(8 - placed.Count, (await shown.Fair.DraftAsync()).Figures.Placed);
        Assert.Contains("Tell the firms", await shown.ReadAsync());
    }

    [Theory]
    [InlineData(RunScope.Repair)]
    [InlineData(RunScope.Anew)]
    [InlineData(RunScope.LeastChange)]
    public async Task What_has_begun_stays_where_it_was_whoever_drops_out_and_however_one_searches(RunScope scope)
    {
        var shown = await ShownFair.BegunAsync(site, present: 1);
        var (fair, expo) = (shown.Fair, await shown.Fair.ExpoAsync());
        var begun = Slots(expo).Take(2).Select(slot => slot.Id).ToHashSet();
        var before = await StandingAsync(fair, 1);
        var table = expo.Tables[1];
        using var late = await RecordAsync(fair, $"Tables:{table.Id}", Slots(expo)[1].Id, "TakeOff");
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        using var recorded = await RecordAsync(fair, $"Tables:{table.Id}", Slots(expo)[2].Id, "TakeOff");
        using var gone = site.ClientFor(fair.Korean[0].UserId);
        using var left = await gone.SubmitAsync("/account", $"/expos/{fair.Id}/leave");
        Assert.Equal(RunState.Done, (await fair.RunAsync(scope)).State);

        var past = before.Where(place => begun.Contains(place.Value.Slot)).ToDictionary();
        Assert.Equal(4, past.Count);
        var after = await StandingAsync(fair, 2);
        Assert.Equal(past, after.Where(place => begun.Contains(place.Value.Slot)).ToDictionary());
        Assert.DoesNotContain(after.Values, place => !begun.Contains(place.Slot) && place.Table == table.Id);
        Assert.Contains("</span> Table out of use", await fair.ReadAsync("/2"));
        Assert.DoesNotContain("Table out of use", await fair.ReadAsync("/2?Part=Firms"));
        using var taken = await fair.SendAsync("2/take", ("confirmed", "true"));
        Assert.Equal(2, (await fair.ExpoAsync()).ShownDraft);
    }

    [Fact]
    public async Task Nobody_rewrites_what_has_begun_by_hand()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var fair = shown.Fair;
        await fair.RunAsync();
        await AheadAsync(fair, (await fair.ExpoAsync()).Slots.Max(slot => slot.Start));
        var before = await StandingAsync(fair, 1);
        var meeting = before.Keys.First();
        using var off = await fair.SendAsync("1/take-off", ("meeting", $"{meeting}"));
        Assert.Contains("Its time has begun", await fair.ReadAsync("/1"));
        var other = before.First(place => place.Value.Slot != before[meeting].Slot);
        using var put = await fair.SendAsync("1/put", ("meeting", $"{meeting}"), ("cell", $"{other.Value.Slot}:{other.Value.Table}"));
        Assert.Equal(before, await StandingAsync(fair, 1));

        // The second draft was made for the same slots, and they are over.
        using var moved = await fair.SendAsync("2/take", ("confirmed", "true"));
        var isAlike = before.ToHashSet().SetEquals(await StandingAsync(fair, 2));
        Assert.Equal(isAlike ? 2 : 1, (await fair.ExpoAsync()).ShownDraft);
        using var removed = await fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/remove/tables",
            ("ids", $"{before[meeting].Table}"),
            ("confirmed", "true")
        );
        Assert.Contains("Meetings have already begun there", await TextAsync(fair, $"/organise/{fair.Id}/tables"));
        Assert.Equal(2, (await fair.ExpoAsync()).Tables.Count);
    }

    [Fact]
    public async Task Shortened_slot_begins_as_before_and_what_stood_in_it_waits_after_it_was_listed()
    {
        var fair = await Fair.DraftedAsync(site);
        var slot = Slots(await fair.ExpoAsync())[1];
        var before = await StandingAsync(fair, 1);
        using var asked = await ShortenAsync(fair, slot, 15);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.Contains("2 meetings of the current draft lose their place", page);
        Assert.Contains("한빛", page);
        Assert.Equal(before, await StandingAsync(fair, 1));

        using var same = await ShortenAsync(fair, slot, slot.Minutes, confirmed: true);
        Assert.Contains("a length that is shorter than theirs", await TextAsync(fair, $"/organise/{fair.Id}/slots"));
        using var shortened = await ShortenAsync(fair, slot, 15, confirmed: true);
        var now = (await fair.ExpoAsync()).Slots.Single(item => item.Id == slot.Id);
        Assert.Equal((slot.Start, 15), (now.Start, now.Minutes));
        Assert.DoesNotContain((await StandingAsync(fair, 1)).Values, place => place.Slot == slot.Id);
    }

    [Fact]
    public async Task Drop_outs_are_the_organisers_alone()
    {
        var fair = await Fair.DraftedAsync(site);
        var expo = await fair.ExpoAsync();
        var what = $"Tables:{expo.Tables[0].Id}";
        var slot = Slots(expo)[0];
        using var foreign = site.ClientFor(await world.ReviewerAsync(Country.KR));
        var root = $"/organise/{fair.Id}/drop-outs";
        using var page = await foreign.GetAsync(root);
        using var preview = await foreign.GetAsync($"{root}/preview?What={what}&From={slot.Id}");
        using var recorded = await foreign.SubmitAsync("/account", root, ("What", what), ("From", $"{slot.Id}"), ("remedy", "TakeOff"));
        using var ended = await foreign.SubmitAsync("/account", $"{root}/end", ("What", what));
        using var shortened = await foreign.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/slots/shorten",
            ("ids", $"{slot.Id}"),
            ("length", "15")
        );
        using var unknown = await fair.Organiser.GetAsync($"{root}/preview?What=Tables:{Guid.NewGuid()}&From={slot.Id}");
        Assert.All(
            [page, preview, recorded, ended, shortened, unknown],
            answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode)
        );
    }

    private static List<ExpoSlot> Slots(Expo expo) => [.. expo.Slots.OrderBy(slot => slot.Start)];

    private static bool IsFrom(Expo expo, Guid slot, ExpoSlot first) => expo.Slots.Single(item => item.Id == slot).Start >= first.Start;

    private static CompanyId[] Sides(DraftMeeting meeting) => [meeting.Meeting.A, meeting.Meeting.B];

    /// <summary>Where each meeting of a draft stands.</summary>
    private static async Task<Dictionary<Guid, (Guid Slot, Guid Table, Guid? Interpreter)>> StandingAsync(Fair fair, int draft) =>
        (await fair.DraftAsync(draft))
            .Meetings.Where(meeting => meeting.Placement is not null)
            .ToDictionary(
                meeting => meeting.MeetingId,
                meeting => (meeting.Placement!.SlotId, meeting.Placement.TableId, meeting.Placement.InterpreterId)
            );

    private static Task EndedAsync(Fair fair) => Eventually.TrueAsync(async () => !(await fair.LastAsync()).IsOpen);

    private static async Task<string> TextAsync(Fair fair, string path) => WebUtility.HtmlDecode(await fair.Organiser.GetStringAsync(path));

    private static Task<string> ReadAsync(Fair fair) => TextAsync(fair, $"/organise/{fair.Id}/drop-outs");

    private static Task<string> PreviewAsync(Fair fair, string what, Guid from) =>
        TextAsync(fair, $"/organise/{fair.Id}/drop-outs/preview?What={what}&From={from}");

    private static Task<HttpResponseMessage> RecordAsync(Fair fair, string what, Guid from, string remedy) =>
        fair.Organiser.SubmitAsync("/account", $"/organise/{fair.Id}/drop-outs", ("What", what), ("From", $"{from}"), ("remedy", remedy));

    private static Task<HttpResponseMessage> ShortenAsync(Fair fair, ExpoSlot slot, int minutes, bool confirmed = false) =>
        fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{fair.Id}/slots/shorten",
            ("ids", $"{slot.Id}"),
            ("length", $"{minutes}"),
            ("confirmed", confirmed ? "true" : "false")
        );

    /// <summary>All slots lie so much earlier that this time is now.</summary>
    private async Task AheadAsync(Fair fair, DateTime time)
    {
        var ahead = time - site.Clock.GetUtcNow().UtcDateTime;
        foreach (var slot in (await fair.ExpoAsync()).Slots)
        {
            var start = slot.Start - ahead;
            await site.WithDatabaseAsync(db =>
                db.Set<ExpoSlot>().Where(item => item.Id == slot.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Start, start))
            );
        }
    }
}
