using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Programme;

internal static class PlanQueries
{
    /// <summary>What stands in a draft, in time order.</summary>
    /// <param name="number">Of the draft; null for nothing.</param>
    /// <param name="firm">Null for all firms.</param>
    public static Task<IReadOnlyList<PlannedMeeting>> PlannedAsync(
        this AppDbContext db,
        ExpoId id,
        int? number,
        CompanyId? firm,
        CancellationToken cancellationToken
    ) => db.PlannedAsync(id, number, firm, interpreter: null, cancellationToken);

    /// <summary>What stands in a draft with one interpreter, in time order.</summary>
    /// <param name="number">Of the draft; null for nothing.</param>
    public static Task<IReadOnlyList<PlannedMeeting>> InterpretedAsync(
        this AppDbContext db,
        ExpoId id,
        int? number,
        Guid interpreter,
        CancellationToken cancellationToken
    ) => db.PlannedAsync(id, number, firm: null, interpreter, cancellationToken);

    private static async Task<IReadOnlyList<PlannedMeeting>> PlannedAsync(
        this AppDbContext db,
        ExpoId id,
        int? number,
        CompanyId? firm,
        Guid? interpreter,
        CancellationToken cancellationToken
    ) =>
        await (
            from draft in db.Set<ScheduleDraft>()
            join placement in db.Set<Placement>() on draft.Id equals placement.DraftId
            join meeting in db.Set<ExpoMeeting>() on placement.MeetingId equals meeting.Id
            join slot in db.Set<ExpoSlot>() on placement.SlotId equals slot.Id
            join table in db.Set<ExpoTable>() on placement.TableId equals table.Id
            join known in db.Set<ExpoInterpreter>() on placement.InterpreterId equals (Guid?)known.Id into interpreters
            from who in interpreters.DefaultIfEmpty()
            where
                draft.ExpoId == id
                && draft.Number == number
                && (firm == null || meeting.A == firm || meeting.B == firm)
                && (interpreter == null || placement.InterpreterId == interpreter)
            orderby slot.Start, meeting.Id
            select new PlannedMeeting(meeting.Id, meeting.A, meeting.B, slot.Start, slot.Minutes, table.Name, who.Name)
        ).ToListAsync(cancellationToken);

    /// <summary>What was told last of each meeting, in time order.</summary>
    /// <param name="firm">Null for all firms.</param>
    public static async Task<IReadOnlyList<ToldMeeting>> ToldAsync(
        this AppDbContext db,
        ExpoId id,
        CompanyId? firm,
        CancellationToken cancellationToken
    )
    {
        var rows = await db.ToldRowsAsync(id, firm, cancellationToken);
        return
        [
            .. rows.GroupBy(told => told.MeetingId)
                .Select(rounds => rounds.MaxBy(told => told.Round)!)
                .OrderBy(told => told.Start)
                .ThenBy(told => told.MeetingId),
        ];
    }

    /// <summary>All that was told, the earliest round first.</summary>
    /// <param name="firm">Null for all firms.</param>
    public static async Task<IReadOnlyList<ToldMeeting>> ToldRowsAsync(
        this AppDbContext db,
        ExpoId id,
        CompanyId? firm,
        CancellationToken cancellationToken
    ) =>
        await db.Set<ToldMeeting>()
            .AsNoTracking()
            .Include(told => told.Meeting)
            .Where(told => told.Meeting.ExpoId == id && (firm == null || told.Meeting.A == firm || told.Meeting.B == firm))
            .OrderBy(told => told.Round)
            .ToListAsync(cancellationToken);

    public static IReadOnlyList<PlannedMeeting> Standing(this IEnumerable<ToldMeeting> told) =>
        [.. told.Where(meeting => !meeting.IsCancelled).Select(meeting => meeting.Planned)];

    /// <summary>How many people of the firms get a mail.</summary>
    public static Task<int> MailsAsync(this AppDbContext db, IReadOnlyCollection<CompanyId> firms, CancellationToken cancellationToken) =>
        db
            .Memberships.Where(member => member.CompanyId != null && firms.Contains(member.CompanyId.Value))
            .Join(db.Users.Where(user => user.Email != null), member => member.UserId, user => user.Id, (member, _) => member)
            .CountAsync(cancellationToken);
}
