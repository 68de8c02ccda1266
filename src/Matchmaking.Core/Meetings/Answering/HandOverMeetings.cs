using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Companies.Members;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>
/// Whoever leaves a firm passes open requests and agreed meetings on: to the owner who removes them, else to the firm's first owner
/// who is free then, else to another colleague.
/// </summary>
public sealed class HandOverMeetings(AppDbContext db, OutboxWriter outbox, TakenTimes takenTimes, TimeProvider clock) : IMemberDuty
{
    public async Task<Result> HandOverAsync(Membership leaving, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (person, company) = (leaving.UserId, leaving.CompanyId);
        var meetings = await db
            .MeetingRequests.AsSingleQuery()
            .Where(meeting =>
                (meeting.AskingCompanyId == company && meeting.AskingPersonId == person)
                || (meeting.AskedCompanyId == company && meeting.AskedPersonId == person)
            )
            .Where(meeting =>
                ((meeting.State == MeetingState.Sent || meeting.State == MeetingState.CounterProposed) && meeting.ExpiresAt > now)
                || meeting.State == MeetingState.Unscheduled
                || (meeting.State == MeetingState.Scheduled && meeting.Start > now)
            )
            .OrderBy(meeting => meeting.Start)
            .ThenBy(meeting => meeting.Id)
            .ToListAsync(cancellationToken);
        var others = await db
            .Memberships.AsNoTracking()
            .Where(member => member.CompanyId == company && member.UserId != person)
            .OrderByDescending(member => member.UserId == actor.UserId && member.Role == MembershipRole.Owner)
            .ThenByDescending(member => member.Role == MembershipRole.Owner)
            .ThenBy(member => member.JoinedAt)
            .Select(member => member.UserId)
            .ToListAsync(cancellationToken);
        foreach (var meeting in meetings)
        {
            var acting = new MeetingActor(meeting.SideOf(company)!.Value, actor.UserId, now);
            if (await SuccessorAsync(meeting, acting.Side, others, cancellationToken) is not { } successor)
            {
                return MeetingErrors.NobodyFree(meeting.Start ?? meeting.ExpiresAt ?? now);
            }

            var handed = meeting.Delegate(successor, acting);
            if (!handed.Succeeded)
            {
                return handed;
            }

            outbox.Add(MeetingEvents.OfStep(meeting, relieved: person));
        }

        return Result.Success;
    }

    private async Task<Guid?> SuccessorAsync(
        MeetingRequest meeting,
        MeetingSide side,
        IEnumerable<Guid> others,
        CancellationToken cancellationToken
    )
    {
        foreach (var candidate in others.Where(candidate => candidate != meeting.PersonOf(side.Other())))
        {
            if (
                meeting.Agreed is not { } agreed
                || (await takenTimes.FreeOfAsync([agreed], [candidate], meeting.Id, cancellationToken)).Count > 0
            )
            {
                return candidate;
            }
        }

        return null;
    }
}
