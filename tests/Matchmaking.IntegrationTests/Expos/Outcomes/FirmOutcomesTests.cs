using System.Net;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.IntegrationTests.Expos.Programme;
using Matchmaking.IntegrationTests.Site;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Outcomes;

/// <summary>What firms say came of their meetings, and who reads it.</summary>
public sealed class FirmOutcomesTests : IAsyncDisposable
{
    /// <summary>Of each test its own, since its clock goes on to the day of the fair and never back.</summary>
    private readonly SiteFactory site = new();

    [Fact]
    public async Task Outcome_can_be_said_from_the_start_of_a_meeting_on_and_not_before()
    {
        var held = await HeldFair.AtAsync(site, hour: 1.25);
        var slots = (await held.Shown.Fair.ExpoAsync()).Slots.ToDictionary(slot => slot.Id, slot => slot.Start);
        var firm = held.Shown.Fair.Korean[0];
        var placed = await held.Shown.PlacedAsync(firm);
        var now = site.Clock.GetUtcNow().UtcDateTime;
        foreach (var meeting in placed)
        {
            var hasBegun = slots[meeting.Placement!.SlotId] <= now;
            using var said = await held.SayAsync(firm, meeting.MeetingId, OutcomeKind.Informative);
            Assert.Equal(hasBegun ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, said.StatusCode);
            Assert.Equal(hasBegun ? 1 : 0, (await held.SaidAsync(meeting.MeetingId)).Count);
        }

        Assert.Contains(placed, meeting => slots[meeting.Placement!.SlotId] > now);
    }

    [Fact]
    public async Task Each_side_sees_its_own_answer_and_note_and_the_organiser_both()
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var meeting = (await held.Shown.PlacedAsync(held.Shown.Fair.Korean[0]))[0];
        var (a, b) = held.SidesOf(meeting);
        using var one = await held.SayAsync(a, meeting.MeetingId, OutcomeKind.CooperationPossible, "样品下周寄出");
        using var other = await held.SayAsync(b, meeting.MeetingId, OutcomeKind.NoInterest, "가격이 맞지 않음");

        Assert.Equal(held.FirmPage, one.Headers.Location?.ToString());
        var (first, second, organiser) = (await held.ReadAsync(a), await held.ReadAsync(b), await held.ReadAsync());
        Assert.Contains("样品下周寄出", first);
        Assert.DoesNotContain("가격이 맞지 않음", first);
        Assert.DoesNotContain("样品下周寄出", second);
        Assert.All(
            ["样品下周寄出", "가격이 맞지 않음", ">Co-operation possible</span>", ">No interest</span>"],
            text => Assert.Contains(text, organiser)
        );
        var trail = await site.WithDatabaseAsync(db =>
            db.Set<AuditEntry>().Where(entry => entry.Action == AuditActions.ExpoOutcomeSaid).Select(entry => entry.Detail).ToListAsync()
        );
        Assert.NotEmpty(trail);
        Assert.All(trail, detail => Assert.DoesNotContain("样品", detail));
    }

    [Fact]
    public async Task Answer_is_replaced_until_the_organiser_closes_the_expo_and_again_when_it_is_opened()
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var firm = held.Shown.Fair.Chinese[0];
        var meeting = (await held.Shown.PlacedAsync(firm))[0].MeetingId;
        using var first = await held.SayAsync(firm, meeting, OutcomeKind.Informative, "第一次");
        using var second = await held.SayAsync(firm, meeting, OutcomeKind.CooperationPossible, "第二次");
        var said = Assert.Single(await held.SaidAsync(meeting));
        Assert.Equal((OutcomeKind.CooperationPossible, "第二次"), (said.Kind, said.Note));

        using var finished = await held.SendAsync("finish");
        using var late = await held.SayAsync(firm, meeting, OutcomeKind.NoInterest);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(OutcomeKind.CooperationPossible, Assert.Single(await held.SaidAsync(meeting)).Kind);
        Assert.Contains("The organiser has closed the expo", await held.ReadAsync(firm));

        using var reopened = await held.SendAsync("reopen");
        using var again = await held.SayAsync(firm, meeting, OutcomeKind.NoInterest);
        Assert.Equal(OutcomeKind.NoInterest, Assert.Single(await held.SaidAsync(meeting)).Kind);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    [InlineData("zh-Hans")]
    public async Task Form_without_an_answer_comes_back_with_its_note(string language)
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var firm = held.Shown.Fair.Korean[1];
        var meeting = (await held.Shown.PlacedAsync(firm))[0].MeetingId;
        using var client = site.ClientFor(firm.UserId, language);
        var page = $"{held.FirmPage}/{meeting}";
        using var answer = await client.SubmitAsync(page, page, ("Note", "메모는 남아 있다"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("메모는 남아 있다", again);
        Assert.Contains("field-error", again);
        Assert.Empty(await held.SaidAsync(meeting));
    }

    [Fact]
    public async Task Meeting_of_others_is_as_one_that_is_not_there()
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var fair = held.Shown.Fair;
        var meeting = (await held.Shown.PlacedAsync(fair.Korean[0]))[0].MeetingId;
        var stranger = await new World(site).FirmAsync(Country.KR, "Stranger");
        foreach (var firm in new[] { fair.Korean[1], stranger })
        {
            using var said = await held.SayAsync(firm, meeting, OutcomeKind.NoInterest);
            Assert.Equal(HttpStatusCode.NotFound, said.StatusCode);
        }

        Assert.Empty(await held.SaidAsync(meeting));
    }

    [Fact]
    public async Task Programme_that_is_not_published_has_no_outcomes()
    {
        var shown = await ShownFair.PreliminaryAsync(site);
        var held = new HeldFair(site, shown);
        Assert.Contains("No meeting has begun yet", await held.ReadAsync(shown.Fair.Korean[0]));
        Assert.Contains("No meeting is published", await held.ReadAsync());
        using var finished = await held.SendAsync("finish");
        Assert.Equal(Core.Expos.Setup.ExpoState.Preliminary, await shown.StateAsync());
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
