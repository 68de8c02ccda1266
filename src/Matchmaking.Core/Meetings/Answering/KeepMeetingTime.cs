using Matchmaking.Core.Common;

namespace Matchmaking.Core.Meetings;

/// <summary>Answers a proposed move with no, or takes it back: the agreed time stands.</summary>
public sealed class KeepMeetingTime(MeetingChange change)
{
    public Task<Result> ExecuteAsync(MeetingRequestId id, long version, Actor actor, CancellationToken cancellationToken) =>
        change.ApplyAsync(
            id,
            version,
            actor,
            (meeting, acting) => Task.FromResult(meeting.KeepTime(acting)),
            taken: null,
            cancellationToken
        );
}
