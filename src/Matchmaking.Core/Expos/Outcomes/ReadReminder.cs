using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Outcomes;

/// <summary>What a firm is still asked for when the mail is written.</summary>
public sealed class ReadReminder(AppDbContext db, TimeProvider clock)
{
    /// <returns>Null where there is nothing to ask any more.</returns>
    public async Task<OutcomeReminder?> ExecuteAsync(ExpoId id, CompanyId firm, CancellationToken cancellationToken)
    {
        var expo = await db.Set<Expo>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var attends = await db.Set<ExpoFirm>()
            .AnyAsync(item => item.ExpoId == id && item.CompanyId == firm && item.State == ExpoFirmState.Attending, cancellationToken);
        if (expo is null || !attends || !expo.State.TakesOutcomes())
        {
            return null;
        }

        var asked = await db.UnsaidAsync(id, firm, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return asked.Count == 0 ? null : new OutcomeReminder(expo.Profile, asked, await db.FirmsOfAsync(id, cancellationToken));
    }
}

/// <param name="Meetings">Of which the firm has said nothing, in time order.</param>
/// <param name="Names">Of the firms of the expo.</param>
public sealed record OutcomeReminder(
    ExpoProfile Profile,
    IReadOnlyList<PlannedMeeting> Meetings,
    IReadOnlyDictionary<CompanyId, LocalizedText> Names
);
