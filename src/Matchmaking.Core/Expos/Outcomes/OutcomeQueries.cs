using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Outcomes;

internal static class OutcomeQueries
{
    /// <summary>What the sides of an expo's meetings have said, by meeting and firm.</summary>
    /// <param name="firm">Null for all firms.</param>
    public static async Task<IReadOnlyDictionary<(Guid Meeting, CompanyId Firm), MeetingOutcome>> OutcomesAsync(
        this AppDbContext db,
        ExpoId id,
        CompanyId? firm,
        CancellationToken cancellationToken
    ) =>
        await db.Set<MeetingOutcome>()
            .AsNoTracking()
            .Where(outcome => firm == null || outcome.CompanyId == firm)
            .Where(outcome => db.Set<ExpoMeeting>().Any(meeting => meeting.ExpoId == id && meeting.Id == outcome.MeetingId))
            .ToDictionaryAsync(outcome => (outcome.MeetingId, outcome.CompanyId), cancellationToken);

    /// <summary>Meetings of which a firm was told, that have begun, and of which it has said nothing; in time order.</summary>
    /// <param name="now">UTC.</param>
    public static async Task<IReadOnlyList<PlannedMeeting>> UnsaidAsync(
        this AppDbContext db,
        ExpoId id,
        CompanyId firm,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var said = await db.OutcomesAsync(id, firm, cancellationToken);
        var told = (await db.ToldAsync(id, firm, cancellationToken)).Standing();
        return [.. told.Where(meeting => meeting.Start <= now && !said.ContainsKey((meeting.Id, firm)))];
    }
}
