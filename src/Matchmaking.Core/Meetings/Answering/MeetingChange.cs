using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>
/// Takes one step on a meeting for one of its two firms: load, check who asks and what they saw, step, save as a compare-and-swap.
/// </summary>
public sealed class MeetingChange(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    /// <param name="version">The version that the actor saw.</param>
    /// <param name="taken">What to answer when another meeting took the time of one of the people first.</param>
    public async Task<Result> ApplyAsync(
        MeetingRequestId id,
        long version,
        Actor actor,
        Func<MeetingRequest, MeetingActor, Task<Result>> step,
        Func<Task<Error>>? taken,
        CancellationToken cancellationToken
    )
    {
        var meeting = await db.MeetingRequests.AsSingleQuery().SingleOrDefaultAsync(meeting => meeting.Id == id, cancellationToken);
        if (meeting?.SideOf(actor.CompanyId) is not { } side)
        {
            return Error.NotFound;
        }

        if (meeting.Version != version)
        {
            return await ChangedAsync(id, cancellationToken);
        }

        var before = meeting.PersonOf(side);
        var result = await step(meeting, new MeetingActor(side, actor.UserId, clock.GetUtcNow().UtcDateTime));
        if (!result.Succeeded)
        {
            return result;
        }

        outbox.Add(MeetingEvents.OfStep(meeting, before == meeting.PersonOf(side) ? null : before));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Caused(exception))
        {
            db.ChangeTracker.Clear();
        }

        // Which key broke first depends on the order of the statements; the version tells whether it was this meeting or another.
        var stored = await db
            .MeetingRequests.Where(meeting => meeting.Id == id)
            .Select(meeting => meeting.Version)
            .SingleAsync(cancellationToken);
        return stored == version && taken is not null ? await taken() : await ChangedAsync(id, cancellationToken);
    }

    private async Task<Error> ChangedAsync(MeetingRequestId id, CancellationToken cancellationToken)
    {
        var last = await db
            .MeetingSteps.Where(step => step.MeetingRequestId == id)
            .OrderByDescending(step => step.Number)
            .Select(step => new
            {
                step.At,
                Who = db.Users.Where(user => user.Id == step.UserId).Select(user => user.DisplayName).FirstOrDefault(),
            })
            .FirstAsync(cancellationToken);
        return MeetingErrors.Changed(last.Who, last.At);
    }
}
