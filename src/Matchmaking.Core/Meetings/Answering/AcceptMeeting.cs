using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>Says yes at one of the proposed times, or to the meeting alone. Of all who want one person's quarter hour, exactly one gets it.</summary>
public sealed class AcceptMeeting(AppDbContext db, MeetingChange change, TakenTimes takenTimes)
{
    /// <param name="start">One of the proposed times; null = yes, the time to be settled.</param>
    public async Task<Result> ExecuteAsync(
        MeetingRequestId id,
        long version,
        DateTime? start,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<TimeSlot> choices = [];
        Guid[] people = [];
        return await change.ApplyAsync(id, version, actor, StepAsync, TakenAsync, cancellationToken);

        async Task<Result> StepAsync(MeetingRequest meeting, MeetingActor acting)
        {
            if (start is not { } time)
            {
                return meeting.AcceptWithoutTime(acting);
            }

            choices = meeting.ChoicesOf(acting.Side, acting.Now);
            var result = meeting.Accept(time, acting);
            if (!result.Succeeded)
            {
                return result;
            }

            people = [meeting.AskingPersonId, meeting.AskedPersonId!.Value];
            if (
                !await TakesPartAsync(meeting.AskingPersonId, meeting.AskingCompanyId)
                || !await TakesPartAsync(meeting.AskedPersonId.Value, meeting.AskedCompanyId)
            )
            {
                return MeetingErrors.PersonLeft;
            }

            var free = await takenTimes.FreeOfAsync([meeting.Agreed!.Value], people, id, cancellationToken);
            return free.Count == 0 ? await TakenAsync() : Result.Success;
        }

        async Task<Error> TakenAsync() => MeetingErrors.TimeTaken(await takenTimes.FreeOfAsync(choices, people, id, cancellationToken));

        Task<bool> TakesPartAsync(Guid person, CompanyId company) =>
            db.Memberships.AnyAsync(member => member.UserId == person && member.CompanyId == company, cancellationToken);
    }
}
