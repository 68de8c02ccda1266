using System.Globalization;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Setup;

public sealed class PlanExpo(AppDbContext db, TimeProvider clock)
{
    public async Task<Result<ExpoId>> ExecuteAsync(ExpoProfile profile, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.AgencyId is not { } agency)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var expo = Expo.Plan(agency, profile, now);
        if (!expo.Succeeded)
        {
            return Result<ExpoId>.Failure(expo.Errors);
        }

        db.Add(expo.Value);
        db.Add(AuditEntry.Of(actor, AuditActions.ExpoPlanned, expo.Value.Id.Value, expo.Value.Profile.Names.En, now));
        await db.SaveChangesAsync(cancellationToken);
        return expo.Value.Id;
    }
}

public sealed class EditExpo(ChangeExpo change)
{
    /// <param name="version">That the edit started from.</param>
    public Task<Result> ExecuteAsync(ExpoId id, long version, ExpoProfile profile, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoChanged,
            (expo, now) => expo.Version == version ? expo.Change(profile, now) : Error.Stale,
            _ => null,
            cancellationToken
        );
}

/// <summary>Firms that were invited before are told now that they can answer.</summary>
public sealed class OpenWishes(ChangeExpo change, OutboxWriter outbox)
{
    /// <param name="until">A new last day, or null to leave that as it is.</param>
    public Task<Result> ExecuteAsync(ExpoId id, DateOnly? until, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoOpened,
            (expo, now) =>
            {
                var opened = expo.Open(until, now);
                outbox.TellInvited(expo, now);
                return opened;
            },
            _ => until?.ToString("O", CultureInfo.InvariantCulture),
            cancellationToken
        );
}

public sealed class CloseWishes(ChangeExpo change)
{
    public Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(id, actor, AuditActions.ExpoClosed, (expo, _) => expo.Close(), _ => null, cancellationToken);
}

/// <summary>Takes the days that are counted back from the first day of the expo.</summary>
public sealed class UseProposedDeadlines(ChangeExpo change, JointCalendar calendar)
{
    public Task<Result> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoChanged,
            (expo, now) =>
            {
                var proposed = ProposedDeadlines.For(expo.Profile.FirstDay, calendar);
                return expo.Change(
                    expo.Profile with
                    {
                        PreferencesUntil = proposed.PreferencesUntil,
                        ScheduleUntil = proposed.ScheduleUntil,
                    },
                    now
                );
            },
            _ => null,
            cancellationToken
        );
}
