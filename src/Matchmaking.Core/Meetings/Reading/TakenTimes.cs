using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>A quarter hour of somebody that an agreed meeting holds.</summary>
public sealed record TakenQuarter(Guid UserId, DateTime Start, MeetingRequestId Meeting);

/// <summary>What agreed meetings hold of people's time at this moment: for showing, never for deciding; the keys of the claims decide.</summary>
public sealed class TakenTimes(AppDbContext db)
{
    /// <param name="except">A meeting that does not count, since its own time is what is being changed.</param>
    public async Task<IReadOnlyList<TakenQuarter>> ReadAsync(
        IReadOnlyCollection<Guid> people,
        DateTime from,
        DateTime until,
        MeetingRequestId? except,
        CancellationToken cancellationToken
    ) =>
        await db
            .MeetingClaims.AsNoTracking()
            .Where(claim => people.Contains(claim.UserId) && claim.QuarterStart >= from && claim.QuarterStart < until)
            .Where(claim => except == null || claim.MeetingRequestId != except)
            .Select(claim => new TakenQuarter(claim.UserId, claim.QuarterStart, claim.MeetingRequestId))
            .ToListAsync(cancellationToken);

    /// <summary>Those of the times at which all these people are free.</summary>
    public async Task<IReadOnlyList<TimeSlot>> FreeOfAsync(
        IReadOnlyCollection<TimeSlot> slots,
        IReadOnlyCollection<Guid> people,
        MeetingRequestId? except,
        CancellationToken cancellationToken
    )
    {
        if (slots.Count == 0)
        {
            return [];
        }

        var taken = await ReadAsync(people, slots.Min(slot => slot.Start), slots.Max(slot => slot.End), except, cancellationToken);
        var quarters = taken.Select(quarter => quarter.Start).ToHashSet();
        return slots.Where(slot => !slot.Quarters().Any(quarters.Contains)).ToList();
    }
}
