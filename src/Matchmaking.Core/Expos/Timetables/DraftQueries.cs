using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

internal static class DraftQueries
{
    public static IQueryable<ScheduleDraft> WithMeetings(this IQueryable<ScheduleDraft> drafts) =>
        drafts
            .Include(draft => draft.Meetings)
                .ThenInclude(meeting => meeting.Meeting)
            .Include(draft => draft.Meetings)
                .ThenInclude(meeting => meeting.Placement)
            .AsSplitQuery();

    /// <summary>What the firms of an expo are called, also those that have left it and stand in a draft.</summary>
    public static async Task<IReadOnlyDictionary<CompanyId, LocalizedText>> FirmsOfAsync(
        this AppDbContext db,
        ExpoId id,
        CancellationToken cancellationToken
    ) =>
        await db
            .Companies.AsNoTracking()
            .Where(company =>
                db.Set<ExpoFirm>().Any(firm => firm.ExpoId == id && firm.CompanyId == company.Id)
                || db.Set<ExpoMeeting>().Any(meeting => meeting.ExpoId == id && (meeting.A == company.Id || meeting.B == company.Id))
            )
            .Select(company => new { company.Id, company.Profile.Names })
            .ToDictionaryAsync(company => company.Id, company => company.Names, cancellationToken);

    /// <summary>Gives a row to each pair that has none yet, as part of the caller's save.</summary>
    public static async Task AddMeetingsAsync(
        this AppDbContext db,
        ExpoId id,
        IEnumerable<WishedMeeting> wished,
        CancellationToken cancellationToken
    )
    {
        var known = await db.Set<ExpoMeeting>()
            .Where(meeting => meeting.ExpoId == id)
            .Select(meeting => meeting.Id)
            .ToHashSetAsync(cancellationToken);
        db.AddRange(
            wished.Where(meeting => !known.Contains(meeting.Id)).Select(meeting => ExpoMeeting.Of(meeting.Id, id, meeting.A, meeting.B))
        );
    }

    /// <summary>Null as long as none was taken.</summary>
    public static async Task<int?> CurrentNumberAsync(this IQueryable<ScheduleDraft> drafts, CancellationToken cancellationToken) =>
        await drafts
            .Where(draft => draft.TakenAt != null)
            .OrderByDescending(draft => draft.TakenAt)
            .ThenByDescending(draft => draft.Number)
            .Select(draft => (int?)draft.Number)
            .FirstOrDefaultAsync(cancellationToken);
}
