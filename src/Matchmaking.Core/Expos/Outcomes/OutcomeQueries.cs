using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
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
}
