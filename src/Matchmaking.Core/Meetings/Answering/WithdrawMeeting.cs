using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

public sealed class WithdrawMeeting(MeetingChange change)
{
    /// <param name="reason">Shown to the other side; may be empty.</param>
    public Task<Result> ExecuteAsync(
        MeetingRequestId id,
        long version,
        string reason,
        LanguageCode language,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        change.ApplyAsync(
            id,
            version,
            actor,
            (meeting, acting) => Task.FromResult(meeting.Withdraw(reason, language, acting)),
            taken: null,
            cancellationToken
        );
}
