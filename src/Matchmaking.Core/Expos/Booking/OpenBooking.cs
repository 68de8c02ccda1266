using System.Globalization;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Booking;

/// <summary>
/// Instead of a search: a first draft in which nothing stands is shown to the firms, and those that some firm wishes to meet are asked to book.
/// </summary>
public sealed class OpenBooking(AppDbContext db, ReadExpo read, MutualWishes wishes, ChangeExpo change, OutboxWriter outbox)
{
    public async Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return Error.NotFound;
        }

        var wished = await wishes.ReadAsync(expo.Value, cancellationToken);
        if (wished.Count == 0)
        {
            return BookingErrors.NothingWished;
        }

        var asked = await db.AskedAsync(id, wished, cancellationToken);
        await db.AddMeetingsAsync(id, wished, cancellationToken);
        try
        {
            return await change.ExecuteAsync(
                id,
                actor,
                AuditActions.ExpoBookingOpened,
                (present, now) =>
                {
                    var draft = ScheduleDraft.Empty(present, actor.Name, wished, now);
                    var opened = present.OpenBooking(draft.Number);
                    if (opened.Succeeded)
                    {
                        draft.Take(now);
                        db.Add(draft);
                        foreach (var firm in asked)
                        {
                            outbox.Add(BookingEvents.OfOpened(id, firm));
                        }
                    }

                    return opened;
                },
                _ => wished.Count.ToString(CultureInfo.InvariantCulture),
                cancellationToken
            );
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            // A search has left the first draft at this moment.
            return Error.Stale;
        }
    }
}
