using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>How many meetings wait for this person: their own, and those that nobody of the firm has taken up yet.</summary>
public sealed class CountWaitingMeetings(AppDbContext db, TimeProvider clock)
{
    public async Task<int> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.CompanyId is not { } company)
        {
            return 0;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return await db
            .MeetingRequests.Where(meeting => meeting.OpenPair != null && (meeting.ExpiresAt == null || meeting.ExpiresAt > now))
            .CountAsync(
                meeting =>
                    (
                        meeting.AskingCompanyId == company
                        && meeting.AskingPersonId == actor.UserId
                        && (meeting.Turn == MeetingSide.Asking || (meeting.Turn == null && meeting.State == MeetingState.Unscheduled))
                    )
                    || (
                        meeting.AskedCompanyId == company
                        && (meeting.AskedPersonId == null || meeting.AskedPersonId == actor.UserId)
                        && (meeting.Turn == MeetingSide.Asked || (meeting.Turn == null && meeting.State == MeetingState.Unscheduled))
                    ),
                cancellationToken
            );
    }
}
