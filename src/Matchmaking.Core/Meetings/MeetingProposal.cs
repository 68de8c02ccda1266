using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

/// <summary>A round of times with a message, as one side sends it.</summary>
/// <param name="Message">May be empty.</param>
/// <param name="Language">The language of the message.</param>
/// <param name="AnswerWithin">How long the other side may take.</param>
public sealed record MeetingProposal(IReadOnlyList<TimeSlot> Times, string Message, LanguageCode Language, TimeSpan AnswerWithin)
{
    public const int TimesLimit = 6;
    public const int MessageLimit = 2000;
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(90);

    /// <summary>Never after the last proposed time: from then on there is nothing left to accept.</summary>
    public DateTime Deadline(DateTime now)
    {
        var last = Times.Max(time => time.Start);
        return last < now + AnswerWithin ? last : now + AnswerWithin;
    }

    public Result Check(DateTime now)
    {
        var errors = new List<Error>();
        if (Times.Count is 0 or > TimesLimit)
        {
            errors.Add(MeetingErrors.TimeCount);
        }

        if (Times.Any(time => !time.StartsOnQuarter))
        {
            errors.Add(MeetingErrors.OffTheQuarter);
        }

        if (Times.Any(time => !time.HasAllowedLength))
        {
            errors.Add(MeetingErrors.Length);
        }

        if (Times.Any(time => time.Start <= now))
        {
            errors.Add(MeetingErrors.Past);
        }

        if (Times.Any(time => time.Start > now + Horizon))
        {
            errors.Add(MeetingErrors.TooFar);
        }

        if (Times.DistinctBy(time => time.Start).Count() < Times.Count)
        {
            errors.Add(MeetingErrors.Repeated);
        }

        if (Message.Length > MessageLimit)
        {
            errors.Add(MeetingErrors.MessageTooLong);
        }

        return Result.From(errors);
    }
}
