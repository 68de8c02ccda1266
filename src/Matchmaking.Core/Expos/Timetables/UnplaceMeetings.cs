using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>What stands in slots, at tables or with interpreters that leave the expo stands nowhere from then on, in every draft.</summary>
public sealed class UnplaceMeetings(AppDbContext db)
{
    /// <summary>How many meetings of the current draft stand there.</summary>
    public async Task<int> CountAsync(ExpoId id, IReadOnlySet<Guid> parts, CancellationToken cancellationToken)
    {
        var drafts = db.Set<ScheduleDraft>().Where(draft => draft.ExpoId == id);
        var current = await drafts.CurrentNumberAsync(cancellationToken);
        return await db.Set<Placement>()
            .Where(placement => drafts.Any(draft => draft.Number == current && draft.Id == placement.DraftId))
            .WhereAtAny(parts)
            .CountAsync(cancellationToken);
    }

    /// <summary>The drafts in which something stands there, or stood before a step that can be undone.</summary>
    internal async Task<IReadOnlyList<ScheduleDraft>> FindAsync(ExpoId id, IReadOnlySet<Guid> parts, CancellationToken cancellationToken)
    {
        var hit = db.Set<Placement>().WhereAtAny(parts).Select(placement => placement.DraftId);
        return await db.Set<ScheduleDraft>()
            .Where(draft => draft.ExpoId == id && (hit.Contains(draft.Id) || draft.Moves.Any()))
            .WithMeetings()
            .Include(draft => draft.Moves)
            .ToListAsync(cancellationToken);
    }
}

internal static class PlacementQueries
{
    /// <param name="parts">Ids of slots, tables or interpreters.</param>
    public static IQueryable<Placement> WhereAtAny(this IQueryable<Placement> placements, IReadOnlySet<Guid> parts) =>
        placements.Where(placement =>
            parts.Contains(placement.SlotId)
            || parts.Contains(placement.TableId)
            || (placement.InterpreterId != null && parts.Contains(placement.InterpreterId.Value))
        );
}
