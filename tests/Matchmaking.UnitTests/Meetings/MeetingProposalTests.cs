using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;
using Xunit;

namespace Matchmaking.UnitTests.Meetings;

public sealed class MeetingProposalTests
{
    public static TheoryData<int, string?> Counts =>
        new()
        {
            { 0, "meeting.time-count" },
            { 1, null },
            { 6, null },
            { 7, "meeting.time-count" },
        };

    [Theory]
    [MemberData(nameof(Counts))]
    public void One_to_six_times_are_proposed(int count, string? error) =>
        AssertCheck(
            error,
            Enumerable.Range(0, count).Select(day => Given.Thursday with { Start = Given.Thursday.Start.AddDays(day) }).ToArray()
        );

    [Theory]
    [InlineData(0, 0, 0, 30, null)]
    [InlineData(0, 0, 1, 30, "meeting.off-the-quarter")]
    [InlineData(0, 7, 0, 30, "meeting.off-the-quarter")]
    [InlineData(0, 15, 0, 30, null)]
    [InlineData(0, 0, 0, 15, null)]
    [InlineData(0, 0, 0, 120, null)]
    [InlineData(0, 0, 0, 0, "meeting.length")]
    [InlineData(0, 0, 0, -15, "meeting.length")]
    [InlineData(0, 0, 0, 40, "meeting.length")]
    [InlineData(0, 0, 0, 135, "meeting.length")]
    [InlineData(0, 0, 0, int.MaxValue, "meeting.length")]
    [InlineData(-4, 0, 0, 30, "meeting.past")]
    [InlineData(86, 0, 0, 30, null)]
    [InlineData(88, 0, 0, 30, "meeting.too-far")]
    public void Times_stand_on_the_quarter_in_the_coming_ninety_days(int days, int minutes, int seconds, int length, string? error) =>
        AssertCheck(error, new TimeSlot(Given.Thursday.Start.AddDays(days).AddMinutes(minutes).AddSeconds(seconds), length));

    [Fact]
    public void The_present_moment_is_already_past() => AssertCheck("meeting.past", new TimeSlot(Given.Now, 30));

    [Fact]
    public void The_same_start_is_not_proposed_twice() =>
        AssertCheck("meeting.repeated", Given.Thursday, Given.Thursday with { Minutes = 60 });

    [Fact]
    public void A_message_is_at_most_two_thousand_characters()
    {
        var proposal = Given.Times(Given.Thursday);

        Assert.True((proposal with { Message = new string('가', 2000) }).Check(Given.Now).Succeeded);
        Assert.Equal(MeetingErrors.MessageTooLong, (proposal with { Message = new string('가', 2001) }).Check(Given.Now).Errors[0]);
    }

    [Fact]
    public void Extreme_dates_are_refused_and_not_thrown_over()
    {
        AssertCheck("meeting.past", new TimeSlot(DateTime.MinValue, 30));
        Assert.False(Given.Times(new TimeSlot(DateTime.MaxValue, 30)).Check(Given.Now).Succeeded);
    }

    private static void AssertCheck(string? error, params TimeSlot[] times)
    {
        var result = Given.Times(times).Check(Given.Now);
        if (error is null)
        {
            Assert.True(result.Succeeded);
        }
        else
        {
            Assert.Equal(error, Assert.Single(result.Errors).Code);
        }
    }
}
