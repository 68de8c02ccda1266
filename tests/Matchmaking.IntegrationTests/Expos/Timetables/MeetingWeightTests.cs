using Matchmaking.Core.Common;
using Matchmaking.Core.Expos;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.IntegrationTests.Matching;
using Matchmaking.IntegrationTests.Site;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Expos.Timetables;

/// <summary>What of two firms' fitting counts when a schedule is made of their wishes.</summary>
public sealed class MeetingWeightTests : IDisposable
{
    private readonly ScriptedScheduler scheduler = new();
    private readonly SiteFactory site;
    private readonly List<ScheduleProblem> asked = [];

    public MeetingWeightTests()
    {
        site = new SiteFactory { Replace = services => services.AddFaults().AddSingleton<IExpoScheduler>(scheduler) };
        scheduler.Solve = (problem, _, _) =>
        {
            asked.Add(problem);
            return ScriptedScheduler.Greedy(problem);
        };
    }

    [Theory]
    [InlineData("en", "Two-way score {0}", "among equal wishes, the two-way score")]
    [InlineData("ko", "양방향 점수 {0}", "희망이 같으면 초안을 만들 때의 양방향 점수")]
    [InlineData("zh-Hans", "双向匹配{0}", "意向相同时，看生成草案时的双向得分")]
    public async Task Of_equal_wishes_the_one_that_fits_weighs_more(string language, string shown, string explained)
    {
        var fair = await FittingAsync(language);
        await fair.RunAsync();

        var draft = await fair.DraftAsync();
        var fitting = draft.Meetings.Single(meeting => IsFitting(fair, meeting));
        Assert.InRange(fitting.Weight, 2.05, 2.5);
        Assert.All(
            draft.Meetings.Where(meeting => meeting != fitting),
            meeting => Assert.Equal((2, null), (meeting.Weight, meeting.Score))
        );
        Assert.Equal(fitting.Weight, asked.Single().Meetings.Max(meeting => meeting.Weight));

        // It is the one without a place as soon as its place is taken off, and the figure stays.
        using var off = await fair.SendAsync("1/take-off", ("meeting", $"{fitting.MeetingId}"));
        var page = await fair.ReadAsync("/1/why-not");
        Assert.Contains(string.Format(null, shown, Math.Round(fitting.Score!.Value * 100)), page);
        Assert.Contains(explained, page);
    }

    [Theory]
    [InlineData("en", "Only the wishes weigh in this draft")]
    [InlineData("ko", "이 초안은 희망만 반영했어요")]
    [InlineData("zh-Hans", "本草案仅按意向排定")]
    public async Task Without_the_index_a_schedule_is_made_of_the_wishes_alone_and_says_so(string language, string told)
    {
        var fair = await FittingAsync(language);
        ((FaultyIndex)site.Services.GetRequiredService<IPartnerIndex>()).IsAway = true;
        await fair.RunAsync();

        Assert.All((await fair.DraftAsync()).Meetings, meeting => Assert.Equal(2, meeting.Weight));
        Assert.Contains(told, await fair.ReadAsync("/1"));
        Assert.Contains(told, await fair.ReadAsync("/1/why-not"));
    }

    [Fact]
    public async Task Repair_keeps_the_scores_of_its_draft()
    {
        var fair = await FittingAsync("en");
        await fair.RunAsync();
        ((FaultyIndex)site.Services.GetRequiredService<IPartnerIndex>()).IsAway = true;
        await fair.RunAsync(RunScope.Repair);

        var (before, after) = (await fair.DraftAsync(), await fair.DraftAsync(2));
        Assert.Equal(
            before.Meetings.Single(meeting => IsFitting(fair, meeting)).Weight,
            after.Meetings.Single(meeting => IsFitting(fair, meeting)).Weight
        );
    }

    public void Dispose() => site.Dispose();

    /// <summary>All wish each other alike; the last Chinese firm offers what the last Korean one needs.</summary>
    private async Task<Fair> FittingAsync(string language)
    {
        var fair = await Fair.ClosedAsync(site, language, hasMusts: false);
        var world = new World(site);
        await world.PublishedAsync(fair.Korean[2], ListingKind.Need, Content(LanguageCode.Ko, "수산화리튬", "월 40톤"));
        await world.PublishedAsync(fair.Chinese[2], ListingKind.Offer, Content(LanguageCode.Zh, "氢氧化锂", "电池级"));
        return fair;
    }

    private static ListingContent Content(LanguageCode language, string title, string text) =>
        new()
        {
            Language = language,
            Title = title,
            Text = text,
        };

    private static bool IsFitting(Fair fair, DraftMeeting meeting) =>
        new[] { meeting.Meeting.A, meeting.Meeting.B }.ToHashSet().SetEquals([fair.Korean[2].Company, fair.Chinese[2].Company]);
}
