using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>Hands a meeting to a colleague of the same firm; an agreed one only if the colleague is free then.</summary>
public sealed class DelegateMeeting(AppDbContext db, MeetingChange change)
{
    public Task<Result> ExecuteAsync(MeetingRequestId id, long version, Guid colleague, Actor actor, CancellationToken cancellationToken)
    {
        return change.ApplyAsync(id, version, actor, StepAsync, () => Task.FromResult(MeetingErrors.ColleagueTaken), cancellationToken);

        async Task<Result> StepAsync(MeetingRequest meeting, MeetingActor acting)
        {
            var belongs = await db.Memberships.AnyAsync(
                member => member.UserId == colleague && member.CompanyId == actor.CompanyId,
                cancellationToken
            );
            return belongs ? meeting.Delegate(colleague, acting) : MeetingErrors.NotColleague;
        }
    }
}
