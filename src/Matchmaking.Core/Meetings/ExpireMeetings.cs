using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>
/// Writes down what time alone has done: unanswered requests end, meetings that are over no longer stand in the way of a new request.
/// Reading needs none of it; asking does, since it is refused by keys that the old rows hold.
/// </summary>
public sealed class ExpireMeetings(AppDbContext db, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <param name="company">Only this firm's meetings; null = all.</param>
    /// <returns>How many changed.</returns>
    public async Task<int> ExecuteAsync(CompanyId? company, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = await db
            .MeetingRequests.AsNoTracking()
            .Where(meeting => company == null || meeting.AskingCompanyId == company || meeting.AskedCompanyId == company)
            .Where(meeting =>
                ((meeting.State == MeetingState.Sent || meeting.State == MeetingState.CounterProposed) && meeting.ExpiresAt <= now)
                || (meeting.State == MeetingState.Scheduled && meeting.OpenPair != null && meeting.Start <= now)
            )
            .OrderBy(meeting => meeting.ExpiresAt ?? meeting.Start)
            .Select(meeting => meeting.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        var changed = 0;
        foreach (var id in ids)
        {
            changed += await SettleAsync(id, now, cancellationToken) ? 1 : 0;
        }

        return changed;
    }

    private async Task<bool> SettleAsync(MeetingRequestId id, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            var meeting = await db.MeetingRequests.AsSplitQuery().SingleAsync(meeting => meeting.Id == id, cancellationToken);
            var result = meeting.IsPending ? meeting.Expire(now) : meeting.Conclude(now);
            return result.Succeeded && await db.SaveChangesAsync(cancellationToken) > 0;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted on it at this moment; the next round looks again.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
