using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>The expos that the actor's firm is invited to, the latest first.</summary>
public sealed class ListInvitations(AppDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<ExpoInvitation>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        var company = actor.CompanyId;
        var invitations = await db.Set<ExpoFirm>()
            .AsNoTracking()
            .Where(firm => company != null && firm.CompanyId == company)
            .Join(db.Set<Expo>(), firm => firm.ExpoId, expo => expo.Id, (firm, expo) => new { Firm = firm, Expo = expo })
            .OrderByDescending(item => item.Expo.Profile.FirstDay)
            .ThenBy(item => item.Expo.Id)
            .Select(item => new ExpoInvitation(item.Expo.Id, item.Expo.Profile, item.Expo.State, item.Firm.State))
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return invitations.ConvertAll(item => item with { State = item.State.At(item.Profile, now) });
    }
}

public sealed record ExpoInvitation(ExpoId Id, ExpoProfile Profile, ExpoState State, ExpoFirmState Answer)
{
    public bool AwaitsAnswer => Answer == ExpoFirmState.Invited && State == ExpoState.CollectingPreferences;
}

/// <summary>One expo as an invited firm sees it: what is public, and what it said itself.</summary>
public sealed class ReadParticipation(AppDbContext db, TimeProvider clock)
{
    public async Task<Result<ExpoParticipation>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var company = actor.CompanyId;
        var firm = await db.Set<ExpoFirm>()
            .AsNoTracking()
            .SingleOrDefaultAsync(item => item.ExpoId == id && company != null && item.CompanyId == company, cancellationToken);
        if (firm is null)
        {
            return Error.NotFound;
        }

        var expo = await db.Set<Expo>().AsNoTracking().Include(item => item.Slots).SingleAsync(item => item.Id == id, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var met = await MetBefore.OfAsync(db, id, firm.CompanyId, now, cancellationToken);
        var wishes = await db.Set<ExpoWish>()
            .AsNoTracking()
            .Where(wish => wish.ExpoId == id && wish.From == firm.CompanyId && wish.Kind != WishKind.NoThanks)
            .ToListAsync(cancellationToken);
        return new ExpoParticipation(
            id,
            expo.Profile,
            expo.State.At(expo.Profile, now),
            await db.Agencies.Where(agency => agency.Id == expo.AgencyId).Select(agency => agency.Names).SingleAsync(cancellationToken),
            [.. expo.Slots.OrderBy(slot => slot.Start)],
            firm,
            wishes.Count(met.Counts),
            expo.ShownDraft
        );
    }
}

/// <param name="Wishes">How many firms it wishes to meet.</param>
/// <param name="ShownDraft">As in <see cref="Expo.ShownDraft"/>.</param>
public sealed record ExpoParticipation(
    ExpoId Id,
    ExpoProfile Profile,
    ExpoState State,
    LocalizedText Organiser,
    IReadOnlyList<ExpoSlot> Slots,
    ExpoFirm Firm,
    int Wishes,
    int? ShownDraft
)
{
    public bool IsOpen => State == ExpoState.CollectingPreferences;

    /// <summary>It does not attend, and only the organiser can take it in.</summary>
    public bool IsLate => Firm.State != ExpoFirmState.Attending && State is > ExpoState.CollectingPreferences and < ExpoState.Finished;

    /// <summary>It attends, and can no longer say so by its answer.</summary>
    public bool MayLeave => Firm.State == ExpoFirmState.Attending && State is > ExpoState.CollectingPreferences and < ExpoState.Finished;

    public bool MayWish => IsOpen && Firm.State == ExpoFirmState.Attending;
}
