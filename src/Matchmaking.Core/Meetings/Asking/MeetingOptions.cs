namespace Matchmaking.Core.Meetings;

/// <summary>The <c>Meetings</c> section of the configuration.</summary>
public sealed class MeetingOptions
{
    /// <summary>How many of a firm's requests may wait for a first answer at once.</summary>
    public int PendingLimit { get; set; } = 20;

    /// <summary>How many a firm may send within a day, whatever becomes of them: each is a mail to somebody.</summary>
    public int DayLimit { get; set; } = 60;

    /// <summary>How many days the other side has for an answer, if no proposed time comes sooner.</summary>
    public int DaysToAnswer { get; set; } = 10;

    public TimeSpan AnswerWithin => TimeSpan.FromDays(DaysToAnswer);
}
