using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>What stands in slots, at tables, with interpreters or with firms that leave the expo stands nowhere from then on, in every draft.</summary>
public sealed class UnplaceMeetings(AppDbContext db)
{
    /// <summary>How many meetings of the current draft stand there.</summary>
    /// <param name="ids">Of firms, slots, tables or interpreters.</param>
    public async Task<int> CountAsync(ExpoId id, IReadOnlySet<Guid> ids, CancellationToken cancellationToken)
    {
        var drafts = db.Set<ScheduleDraft>().Where(draft => draft.ExpoId == id);
        var current = await drafts.CurrentNumberAsync(cancellationToken);
        return await db.Set<Placement>()
            .Where(placement => drafts.Any(draft => draft.Number == current && draft.Id == placement.DraftId))
            .WhereNeedsAny(ids)
            .CountAsync(cancellationToken);
    }

    /// <summary>The drafts in which something stands there, or stood before a step that can be undone.</summary>
    internal async Task<IReadOnlyList<ScheduleDraft>> FindAsync(ExpoId id, IReadOnlySet<Guid> ids, CancellationToken cancellationToken)
    {
        var hit = db.Set<Placement>().WhereNeedsAny(ids).Select(placement => placement.DraftId);
        return await db.Set<ScheduleDraft>()
            .Where(draft => draft.ExpoId == id && (hit.Contains(draft.Id) || draft.Moves.Any()))
            .WithMeetings()
            .Include(draft => draft.Moves)
            .ToListAsync(cancellationToken);
    }
}

internal static class PlacementQueries
{
    /// <param name="ids">Of firms, slots, tables or interpreters.</param>
    public static IQueryable<Placement> WhereNeedsAny(this IQueryable<Placement> placements, IReadOnlySet<Guid> ids)
    {
        var firms = ids.Select(id => new CompanyId(id)).ToList();
        return placements.Where(placement =>
            ids.Contains(placement.SlotId)
            || ids.Contains(placement.TableId)
            || (placement.InterpreterId != null && ids.Contains(placement.InterpreterId.Value))
            || placement.Seats.Any(seat => firms.Contains(seat.CompanyId))
        );
    }
}
