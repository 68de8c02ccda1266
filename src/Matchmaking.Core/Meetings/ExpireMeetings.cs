using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>
/// Writes down what time alone has done: unanswered requests end, meetings that are over no longer stand in the way of a new request.
/// Reading needs none of it; asking does, since it is refused by keys that the old rows hold.
/// </summary>
public sealed class ExpireMeetings(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    private const int BatchSize = 200;
    private const int Attempts = 3;

    /// <param name="company">Only this firm's meetings; null = all.</param>
    /// <returns>How many changed.</returns>
    public async Task<int> ExecuteAsync(CompanyId? company, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                return await SettleAsync(company, clock.GetUtcNow().UtcDateTime, cancellationToken);
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Caused(exception))
            {
                // Somebody acted on one of them at this moment: look again.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }

        return 0;
    }

    /// <summary>All in one save, so that whatever ran out together is told in one mail.</summary>
    private async Task<int> SettleAsync(CompanyId? company, DateTime now, CancellationToken cancellationToken)
    {
        var meetings = await db
            .MeetingRequests.AsSingleQuery()
            .Where(meeting => company == null || meeting.AskingCompanyId == company || meeting.AskedCompanyId == company)
            .Where(meeting =>
                ((meeting.State == MeetingState.Sent || meeting.State == MeetingState.CounterProposed) && meeting.ExpiresAt <= now)
                || (meeting.State == MeetingState.Scheduled && meeting.OpenPair != null && meeting.Start <= now)
            )
            .OrderBy(meeting => meeting.ExpiresAt ?? meeting.Start)
            .ThenBy(meeting => meeting.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        var expired = meetings.FindAll(meeting => meeting.IsPending && meeting.Expire(now).Succeeded);
        var concluded = meetings.Except(expired).Count(meeting => meeting.Conclude(now).Succeeded);
        foreach (var firm in expired.SelectMany(meeting => new[] { meeting.AskingCompanyId, meeting.AskedCompanyId }).Distinct())
        {
            outbox.Add(MeetingEvents.OfExpiry(firm, now));
        }

        await db.SaveChangesAsync(cancellationToken);
        return expired.Count + concluded;
    }
}
