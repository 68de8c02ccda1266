using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Expos.Outcomes;
using Matchmaking.IntegrationTests.Site;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Outcomes;

/// <summary>An expo in numbers, on its page and in its files.</summary>
public sealed class StatisticsTests : IAsyncDisposable
{
    /// <summary>Of each test its own, since its clock goes on to the day of the fair and never back.</summary>
    private readonly SiteFactory site = new();

    [Fact]
    public async Task Meeting_is_held_once_it_has_begun_unless_a_side_says_that_it_did_not_take_place()
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var placed = (await held.Shown.Fair.DraftAsync()).Meetings.Where(meeting => meeting.Placement is not null).ToList();
        var (first, second) = (held.SidesOf(placed[0]), held.SidesOf(placed[1]));
        using var one = await held.SayAsync(first.A, placed[0].MeetingId, OutcomeKind.CooperationPossible);
        using var two = await held.SayAsync(first.B, placed[0].MeetingId, OutcomeKind.CooperationPossible);
        using var three = await held.SayAsync(second.A, placed[1].MeetingId, OutcomeKind.DidNotTakePlace);

        var found = await ReadAsync(held);
        Assert.Equal((9, 8, 8, 7, 1), (found.Wished, found.Placed, found.Booked, found.Held, found.Cooperation));
        Assert.Equal((16, 3, 6, 0), (found.Asked, found.Answered, found.Silent, found.Coming));
        Assert.Equal((2, 1), (found.Count(OutcomeKind.CooperationPossible), found.CountBoth(OutcomeKind.CooperationPossible)));
        Assert.Equal((1, 0), (found.Count(OutcomeKind.DidNotTakePlace), found.CountBoth(OutcomeKind.DidNotTakePlace)));
        Assert.Equal([new Tally<DateOnly>(new DateOnly(2027, 3, 10), 8, 7, 1)], found.Days);
        Assert.Equal([new Tally<Country>(Country.CN, 8, 7, 1), new Tally<Country>(Country.KR, 8, 7, 1)], found.Countries);
        Assert.Equal(2, found.Cooperating.Count);
        Assert.All(
            found.Cooperating,
            firm => Assert.Equal((1, 1, 1), (firm.Cooperation, firm.CooperationOfOthers, firm.CooperationOfBoth))
        );
        Assert.Equal(16, found.Firms.Sum(firm => firm.Booked));
        Assert.Equal(14, found.Firms.Sum(firm => firm.Held));
        Assert.Equal(3, found.Firms.Sum(firm => firm.Answered));
    }

    [Fact]
    public async Task What_was_recorded_in_the_hall_decides_whatever_the_sides_say()
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var placed = (await held.Shown.Fair.DraftAsync()).Meetings.Where(meeting => meeting.Placement is not null).ToList();
        using var said = await held.SayAsync(held.SidesOf(placed[0]).A, placed[0].MeetingId, OutcomeKind.DidNotTakePlace);
        Assert.Equal(7, (await ReadAsync(held)).Held);
        var page = $"/organise/{held.Shown.Fair.Id}/now";
        using var first = await held.Shown.Fair.Organiser.SubmitAsync("/account", $"{page}/{placed[0].MeetingId}", ("state", "Held"));
        using var second = await held.Shown.Fair.Organiser.SubmitAsync("/account", $"{page}/{placed[1].MeetingId}", ("state", "NoShowA"));
        using var third = await held.Shown.Fair.Organiser.SubmitAsync("/account", $"{page}/{placed[2].MeetingId}", ("state", "NoShowBoth"));

        Assert.Equal(6, (await ReadAsync(held)).Held);
    }

    [Fact]
    public async Task Meetings_that_have_not_begun_are_booked_and_not_held()
    {
        var held = await HeldFair.AtAsync(site, hour: 1.1);
        var found = await ReadAsync(held);

        Assert.Equal((8, 2, 6), (found.Booked, found.Held, found.Coming));
        Assert.Equal(4, found.Asked);
    }

    [Fact]
    public async Task Cancelled_meeting_counts_as_booked_until_the_firms_are_told()
    {
        var held = await HeldFair.AtAsync(site, hour: 0);
        await held.Shown.TakeOffAsync((await held.Shown.PlacedAsync(held.Shown.Fair.Korean[0]))[0]);
        Assert.Equal(8, (await ReadAsync(held)).Booked);

        using var told = await held.Shown.SendAsync("tell");
        Assert.Equal(7, (await ReadAsync(held)).Booked);
    }

    [Theory]
    [InlineData("en", "From wish to outcome", "Held")]
    [InlineData("ko", "희망에서 결과까지", "진행")]
    [InlineData("zh-Hans", "从意向到结果", "已进行")]
    public async Task Page_and_file_say_the_same_in_the_language_of_the_reader(string language, string funnel, string step)
    {
        var held = await HeldFair.AtAsync(site, hour: 4, language);
        var page = await held.ReadAsync("/statistics");
        var file = await held.ReadAsync("/files/statistics.csv");

        Assert.Contains($"<dt>{step}</dt><dd>8</dd>", page);
        Assert.Contains($"\r\n{funnel},{step},8,,,,\r\n", file);
    }

    [Theory]
    [InlineData("meetings", 9)]
    [InlineData("firms", 7)]
    public async Task File_begins_with_the_mark_that_excel_needs_and_has_a_line_for_each(string file, int lines)
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        using var answer = await held.Shown.Fair.Organiser.GetAsync($"{held.Page}/files/{file}.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal($"outcomes-{file}.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(lines, Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task File_of_meetings_holds_both_answers_and_no_note_that_a_spreadsheet_would_run()
    {
        var held = await HeldFair.AtAsync(site, hour: 4);
        var meeting = (await held.Shown.PlacedAsync(held.Shown.Fair.Korean[0]))[0];
        var (a, b) = held.SidesOf(meeting);
        using var one = await held.SayAsync(a, meeting.MeetingId, OutcomeKind.Informative, "=1+1");
        using var other = await held.SayAsync(b, meeting.MeetingId, OutcomeKind.DidNotTakePlace);
        var file = await held.ReadAsync("/files/meetings.csv");

        Assert.Contains(",No,Informative,\"'=1+1\",Did not take place,", file);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private Task<ExpoStatistics> ReadAsync(HeldFair held) =>
        site.WithServicesAsync(async services =>
        {
            var agency = (await held.Shown.Fair.ExpoAsync()).AgencyId;
            var organiser = new Actor(Guid.NewGuid(), "Organiser", MembershipRole.Member, null, agency);
            var read = services.GetRequiredService<ReadStatistics>();
            return (await read.ExecuteAsync(held.Shown.Fair.Id, organiser, CancellationToken.None)).Value;
        });
}
