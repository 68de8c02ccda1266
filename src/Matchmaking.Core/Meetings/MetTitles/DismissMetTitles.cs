using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Terms;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings.MetTitles;

/// <summary>The two titles do not mean the same: they are proposed no more.</summary>
public sealed class DismissMetTitles(AppDbContext db, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ListingId first, ListingId second, Actor actor, CancellationToken cancellationToken)
    {
        var met =
            actor.MayTeach()
            && await db.MeetingRequests.AnyAsync(
                meeting =>
                    meeting.ContactsOpenedAt != null
                    && (
                        (meeting.AskingListingId == first && meeting.AskedListingId == second)
                        || (meeting.AskingListingId == second && meeting.AskedListingId == first)
                    ),
                cancellationToken
            );
        if (!met)
        {
            return Error.NotFound;
        }

        db.Add(DismissedPair.Of(first, second, actor.UserId, clock.GetUtcNow().UtcDateTime));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            // A colleague was faster, with the same answer.
        }

        return Result.Success;
    }
}

public sealed class RestoreMetTitles(AppDbContext db)
{
    public async Task<Result> ExecuteAsync(ListingId first, ListingId second, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayTeach())
        {
            return Error.NotFound;
        }

        await db.Set<DismissedPair>().Where(pair => pair.First == first && pair.Second == second).ExecuteDeleteAsync(cancellationToken);
        return Result.Success;
    }
}
