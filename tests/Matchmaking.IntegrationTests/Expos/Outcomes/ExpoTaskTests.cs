using System.Net;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Expos.Timetables;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Outcomes;

/// <summary>The first page of a firm says what waits for it at expos, as long as it waits.</summary>
public sealed class ExpoTaskTests : IDisposable
{
    private const string Confirm = "The preliminary programme waits for your answer";
    private const string Offered = "A free place with";
    private const string Unsaid = "Meetings of which you have not said what came of them";

    /// <summary>Each test moves the clock of its own.</summary>
    private readonly SiteFactory site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Preliminary_programme_waits_until_the_firm_answers_and_again_once_it_has_become_another()
    {
        var shown = new ShownFair(site, await Fair.DraftedAsync(site));
        var firm = shown.Fair.Korean[0];
        Assert.DoesNotContain(Confirm, await HomeAsync(firm));
        using var made = await shown.SendAsync("preliminary", ("draft", "1"));
        var placed = await shown.PlacedAsync(firm);
        var page = await HomeAsync(firm);
        Assert.Contains($"{Confirm}. Meetings: {placed.Count}", page);
        Assert.Contains($"href=\"{shown.FirmPage}\"", page);

        using var confirmed = await shown.SendAsync(firm, "confirm", ("revision", await shown.RevisionAsync(firm)));
        Assert.DoesNotContain(Confirm, await HomeAsync(firm));
        await shown.TakeOffAsync(placed[0]);
        Assert.Contains($"{Confirm}. Meetings: {placed.Count - 1}", await HomeAsync(firm));

        using var published = await shown.SendAsync("publish");
        Assert.DoesNotContain(Confirm, await HomeAsync(firm));
    }

    [Fact]
    public async Task Free_place_waits_for_those_that_it_is_offered_to_until_they_answer_or_its_time_is_over()
    {
        var shown = await ShownFair.PublishedAsync(site);
        var gone = Fair.Replaceable(await shown.Fair.DraftAsync());
        await shown.TakeOffAsync(gone);
        using var offered = await shown.Fair.Organiser.SubmitAsync(
            "/account",
            $"/organise/{shown.Fair.Id}/now/{gone.Placement!.SlotId}/offers"
        );
        var offer = await site.WithDatabaseAsync(db =>
            db.Set<PlaceOffer>().Include(item => item.Meeting).SingleAsync(item => item.Meeting.ExpoId == shown.Fair.Id)
        );
        var (a, b) = (shown.FirmOf(offer.Meeting.A), shown.FirmOf(offer.Meeting.B));
        var third = shown.Fair.Korean.Concat(shown.Fair.Chinese).First(firm => firm != a && firm != b);
        Assert.Contains(Offered, await HomeAsync(b));
        Assert.Matches(@"until \d\d:\d\d KST · \d\d:\d\d CST", await HomeAsync(a));
        Assert.DoesNotContain(Offered, await HomeAsync(third));

        using var client = site.ClientFor(a.UserId);
        using var accepted = await client.SubmitAsync("/account", $"/expos/{shown.Fair.Id}/offers/{offer.Id}", ("accepts", "true"));
        Assert.DoesNotContain(Offered, await HomeAsync(a));
        Assert.Contains(Offered, await HomeAsync(b));
        site.Clock.Advance(PlaceOffer.Term);
        Assert.DoesNotContain(Offered, await HomeAsync(b));
    }

    [Fact]
    public async Task Outcomes_wait_once_meetings_have_begun_until_all_are_said_or_the_expo_is_closed()
    {
        var held = await HeldFair.AtAsync(site, hour: 12);
        var (firm, other) = (held.Shown.Fair.Korean[0], held.Shown.Fair.Chinese[0]);
        var placed = await held.Shown.PlacedAsync(firm);
        var page = await HomeAsync(firm);
        Assert.Contains($"{Unsaid}: {placed.Count}", page);
        Assert.Contains($"href=\"{held.FirmPage}\"", page);
        foreach (var meeting in placed)
        {
            using var said = await held.SayAsync(firm, meeting.MeetingId, OutcomeKind.Informative);
        }

        Assert.DoesNotContain(Unsaid, await HomeAsync(firm));
        Assert.Contains(Unsaid, await HomeAsync(other));
        using var finished = await held.SendAsync("finish");
        Assert.DoesNotContain(Unsaid, await HomeAsync(other));
    }

    private async Task<string> HomeAsync(World.Member firm)
    {
        using var client = site.ClientFor(firm.UserId);
        return WebUtility.HtmlDecode(await client.GetStringAsync("/"));
    }
}
