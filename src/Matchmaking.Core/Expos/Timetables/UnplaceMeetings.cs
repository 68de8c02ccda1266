using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>
/// What is still to come in slots, at tables, with interpreters or with firms that leave the expo stands nowhere from then on, in every draft.
/// </summary>
public sealed class UnplaceMeetings(AppDbContext db, TimeProvider clock)
{
    /// <summary>Meetings of the current draft that are to come there, in time order.</summary>
    /// <param name="ids">Of firms, slots, tables or interpreters.</param>
    public Task<HitMeetings> HitAsync(Expo expo, IReadOnlySet<Guid> ids, CancellationToken cancellationToken) =>
        HitAsync(expo, (draft, now) => draft.ToCome(expo, ids, now), cancellationToken);

    /// <param name="hit">Which meetings of the current draft.</param>
    internal async Task<HitMeetings> HitAsync(
        Expo expo,
        Func<ScheduleDraft, DateTime, IEnumerable<DraftMeeting>> hit,
        CancellationToken cancellationToken
    )
    {
        var drafts = db.Set<ScheduleDraft>().AsNoTracking().Where(draft => draft.ExpoId == expo.Id);
        var current = await drafts.CurrentNumberAsync(cancellationToken);
        var draft = await drafts.WithMeetings().SingleOrDefaultAsync(item => item.Number == current, cancellationToken);
        var ids = draft is null ? [] : hit(draft, clock.GetUtcNow().UtcDateTime).Select(meeting => meeting.MeetingId).ToHashSet();
        var planned = await db.PlannedAsync(expo.Id, current, firm: null, cancellationToken);
        return new HitMeetings([.. planned.Where(meeting => ids.Contains(meeting.Id))], await db.FirmsOfAsync(expo.Id, cancellationToken));
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

/// <param name="Names">Of the firms of the expo.</param>
public sealed record HitMeetings(IReadOnlyList<PlannedMeeting> Meetings, IReadOnlyDictionary<CompanyId, LocalizedText> Names);

internal static class PlacementQueries
{
    /// <summary>Whether something of the draft that firms see has begun and needs any of these.</summary>
    /// <param name="ids">Of firms, slots, tables or interpreters.</param>
    public static bool HaveUsed(this IEnumerable<ScheduleDraft> drafts, Expo expo, IReadOnlySet<Guid> ids, DateTime now) =>
        drafts.Any(draft => draft.Number == expo.ShownDraft && draft.HasUsed(expo, ids, now));

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
