using System.Net;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.IntegrationTests.Site;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Outcomes;

/// <summary>What the organiser sees and does after the meetings.</summary>
public sealed class OutcomePagesTests : IAsyncDisposable
{
    /// <summary>Of each test its own, since its clock goes on to the day of the fair and never back.</summary>
    private readonly SiteFactory site = new();

    private Mailbox Mailbox => new(site);

    [Fact]
    public async Task List_is_filtered_by_outcome_and_by_missing_answers()
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var meeting = (await held.Shown.PlacedAsync(held.Shown.Fair.Korean[0]))[0];
        var (a, b) = held.SidesOf(meeting);
        using var one = await held.SayAsync(a, meeting.MeetingId, OutcomeKind.Informative);
        using var other = await held.SayAsync(b, meeting.MeetingId, OutcomeKind.DidNotTakePlace);

        Assert.Equal(8, Rows(await held.ReadAsync()));
        Assert.Equal(1, Rows(await held.ReadAsync("?Kind=DidNotTakePlace")));
        Assert.Equal(7, Rows(await held.ReadAsync("?Missing=true")));
        Assert.Contains("No meeting fits the filter", await held.ReadAsync("?Kind=CooperationPossible"));
        Assert.Contains("<dt>Both sides have answered</dt><dd>1</dd>", await held.ReadAsync());
        using var unknown = await held.Shown.Fair.Organiser.GetAsync($"{held.Page}?Kind=Splendid");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Reminder_goes_once_a_day_to_firms_that_owe_an_answer_and_to_no_other()
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var (done, owing) = (held.Shown.Fair.Korean[0], held.Shown.Fair.Korean[1]);
        foreach (var meeting in await held.Shown.PlacedAsync(done))
        {
            using var said = await held.SayAsync(done, meeting.MeetingId, OutcomeKind.Informative);
        }

        var (silent, asked) = (await held.Shown.AddressAsync(done), await held.Shown.AddressAsync(owing));
        var before = (Silent: Mailbox.All(silent).Count, Asked: Mailbox.All(asked).Count);
        Assert.Contains("Remind the firms (5)", await held.ReadAsync());
        using var reminded = await held.SendAsync("remind");
        var mail = await Mailbox.NewestAsync(asked, before.Asked + 1);
        Assert.Equal("상담 결과를 입력해 주세요: 상담회", mail.Subject);

        using var twice = await held.SendAsync("remind");
        Assert.Contains("reminded less than a day ago", await held.ReadAsync());
        await site.SettleAsync();
        Assert.Equal(before.Silent, Mailbox.All(silent).Count);
        Assert.Equal(before.Asked + 1, Mailbox.All(asked).Count);

        site.Clock.Advance(TimeSpan.FromDays(1));
        using var nextDay = await held.SendAsync("remind");
        await Mailbox.NewestAsync(asked, before.Asked + 2);
    }

    [Fact]
    public async Task Reminder_that_is_overtaken_by_the_answers_is_not_sent()
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var firm = held.Shown.Fair.Chinese[1];
        var address = await held.Shown.AddressAsync(firm);
        var before = Mailbox.All(address).Count;
        using var finished = await held.SendAsync("finish");
        using var refused = await held.SendAsync("remind");
        await site.SettleAsync();

        Assert.Equal(before, Mailbox.All(address).Count);
        Assert.DoesNotContain("Remind the firms", await held.ReadAsync());
    }

    [Fact]
    public async Task Closing_is_confirmed_by_what_is_open_and_can_be_taken_back()
    {
        var held = await HeldFair.AtAsync(site, hour: 0.5);
        var question = await held.ReadAsync("/finish");
        Assert.Contains("8 meetings have not begun", question);
        Assert.Equal(ExpoState.Published, await held.Shown.StateAsync());

        using var finished = await held.SendAsync("finish");
        Assert.Equal(ExpoState.Finished, await held.Shown.StateAsync());
        using var twice = await held.SendAsync("finish");
        using var told = await held.Shown.SendAsync("tell");
        Assert.Equal(ExpoState.Finished, await held.Shown.StateAsync());
        Assert.Contains("The expo is closed", await held.ReadAsync());

        using var reopened = await held.SendAsync("reopen");
        Assert.Equal(ExpoState.Published, await held.Shown.StateAsync());
        using var again = await held.SendAsync("reopen");
        Assert.Contains("Somebody else changed this", await held.ReadAsync());
    }

    [Fact]
    public async Task Nobody_but_the_organiser_sees_it()
    {
        var (held, other) = (await HeldFair.AtAsync(site, hour: 4), await HeldFair.AtAsync(site, hour: 4));
        using var firm = site.ClientFor(held.Shown.Fair.Korean[0].UserId);
        foreach (var part in new[] { "", "/statistics", "/finish", "/files/meetings.csv", "/files/firms.csv", "/files/statistics.csv" })
        {
            using var foreign = await other.Shown.Fair.Organiser.GetAsync(held.Page + part);
            using var refused = await firm.GetAsync(held.Page + part);
            using var own = await held.Shown.Fair.Organiser.GetAsync(held.Page + part);

            Assert.Equal((part, HttpStatusCode.NotFound), (part, foreign.StatusCode));
            Assert.NotEqual((part, HttpStatusCode.OK), (part, refused.StatusCode));
            Assert.Equal((part, HttpStatusCode.OK), (part, own.StatusCode));
        }
    }

    [Fact]
    public async Task Nobody_but_the_organiser_reminds_closes_or_reopens()
    {
        var (held, other) = (await HeldFair.AtAsync(site, hour: 4), await HeldFair.AtAsync(site, hour: 4));
        foreach (var action in new[] { "remind", "finish", "reopen" })
        {
            using var foreign = await other.Shown.Fair.Organiser.SubmitAsync("/account", $"{held.Page}/{action}");
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }

        Assert.Equal(ExpoState.Published, await held.Shown.StateAsync());
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static int Rows(string page) => page.Split("<th scope=\"row\">").Length - 1;
}
