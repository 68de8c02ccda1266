using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;

namespace Matchmaking.UnitTests.Meetings;

/// <summary>A meeting in any of its states, at a moment of the tests' own.</summary>
internal sealed class Given
{
    public static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    public static readonly TimeSlot Thursday = new(new DateTime(2026, 11, 26, 1, 0, 0, DateTimeKind.Utc), 30);
    public static readonly TimeSlot Friday = new(new DateTime(2026, 11, 27, 5, 0, 0, DateTimeKind.Utc), 60);
    public static readonly TimeSlot Monday = new(new DateTime(2026, 11, 30, 1, 0, 0, DateTimeKind.Utc), 30);

    public CompanyId Korean { get; } = CompanyId.New();

    public CompanyId Chinese { get; } = CompanyId.New();

    public Guid Minji { get; } = Guid.CreateVersion7();

    public Guid Wenjing { get; } = Guid.CreateVersion7();

    public MeetingActor Asker => new(MeetingSide.Asking, Minji, Now);

    public MeetingActor Asked => new(MeetingSide.Asked, Wenjing, Now);

    public MeetingActor Of(MeetingSide side) => side == MeetingSide.Asking ? Asker : Asked;

    public static MeetingProposal Times(params TimeSlot[] times) => new(times, "안녕하세요", LanguageCode.Ko, TimeSpan.FromDays(10));

    public Result<MeetingRequest> Ask(params TimeSlot[] times) =>
        MeetingRequest.Ask(
            new MeetingParty(Korean, Country.KR, Minji),
            new MeetingParty(Chinese, Country.CN),
            Times(times),
            MeetingFormat.Online,
            quotaSlot: 1,
            Asker
        );

    /// <summary>Asked for Thursday and Friday.</summary>
    public MeetingRequest Sent() => Ask(Thursday, Friday).Value;

    public MeetingRequest In(string situation)
    {
        var meeting = Sent();
        var done = situation switch
        {
            nameof(MeetingState.Sent) => Result.Success,
            nameof(MeetingState.CounterProposed) => meeting.Propose(Times(Monday), Asked),
            nameof(MeetingState.Unscheduled) => meeting.AcceptWithoutTime(Asked),
            nameof(MeetingState.Scheduled) => meeting.Accept(Thursday.Start, Asked),
            MoveProposed => Both(meeting.Accept(Thursday.Start, Asked), () => meeting.Propose(Times(Monday), Asker)),
            nameof(MeetingState.Declined) => meeting.Decline("", LanguageCode.Zh, Asked),
            nameof(MeetingState.Withdrawn) => meeting.Withdraw("", LanguageCode.Ko, Asker),
            nameof(MeetingState.Expired) => meeting.Expire(Now.AddDays(30)),
            nameof(MeetingState.Cancelled) => Both(meeting.Accept(Thursday.Start, Asked), () => meeting.Cancel("", LanguageCode.Ko, Asker)),
            _ => throw new ArgumentOutOfRangeException(nameof(situation), situation, null),
        };
        return done.Succeeded ? meeting : throw new InvalidOperationException(done.Errors[0].Code);
    }

    public const string MoveProposed = "MoveProposed";

    private static Result Both(Result first, Func<Result> second) => first.Succeeded ? second() : first;
}
