using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Booking;

/// <summary>
/// What booking and cancelling have in common: the trail, the word to the other side, and one save. All firms change the same draft, so of two at
/// one moment one is stale; it is judged once more by what stands then.
/// </summary>
public sealed class SaveBooking(AppDbContext db, OpenDesk open, OutboxWriter outbox)
{
    private const int Attempts = 10;

    /// <param name="meeting">Of the firm, if the change succeeds.</param>
    internal async Task<Result> ExecuteAsync(
        ExpoId id,
        Guid meeting,
        string action,
        Func<BookingDesk, Result> change,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var desk = await open.ExecuteAsync(id, actor, cancellationToken);
            var changed = desk.Succeeded ? change(desk.Value) : desk;
            if (!changed.Succeeded)
            {
                return changed;
            }

            var partner = desk.Value.Find(meeting)!.Meeting.Beside(desk.Value.Firm);
            var names = await db
                .Companies.Where(item => item.Id == partner)
                .Select(item => item.Profile.Names)
                .SingleAsync(cancellationToken);
            db.Add(await db.AuditAsync(id, action, AuditedFirm.Of(partner, names), actor, desk.Value.Now, cancellationToken));
            await TellAsync(BookingWindow.Of(desk.Value.Now), id, partner, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return Result.Success;
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Caused(exception))
            {
                db.ChangeTracker.Clear();
            }
        }

        return BookingErrors.Crowded;
    }

    /// <summary>Once a window: whoever else changes the draft at this moment makes this save stale, and is seen by the next attempt.</summary>
    private async Task TellAsync(BookingWindow window, ExpoId id, CompanyId partner, CancellationToken cancellationToken)
    {
        var change = BookingEvents.OfChanged(id, partner, window);
        if (
            !await db.OutboxMessages.AnyAsync(
                message =>
                    message.ProcessedAt == null
                    && message.NotBefore >= window.End
                    && message.Kind == change.Kind
                    && message.Payload == change.Payload,
                cancellationToken
            )
        )
        {
            outbox.Add(change, window.End);
        }
    }
}
