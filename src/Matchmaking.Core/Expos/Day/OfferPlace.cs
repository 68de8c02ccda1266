using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Expos.Day;

/// <summary>Offers a free place of a slot to the pair that is next in the order of <see cref="WaitingPairs.InOrder"/>.</summary>
public sealed class OfferPlace(AppDbContext db, ReadOffers read, ChangeExpo change, OutboxWriter outbox)
{
    public async Task<Result> ExecuteAsync(ExpoId id, Guid slot, Actor actor, CancellationToken cancellationToken)
    {
        var seen = await read.ExecuteAsync(id, slot, actor, cancellationToken);
        if (!seen.Succeeded)
        {
            return Error.NotFound;
        }

        if (!seen.Value.MayOffer)
        {
            return ExpoErrors.NobodyWaiting;
        }

        var (next, names) = (seen.Value.Waiting[0], seen.Value.Day.Names);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoPlaceOffered,
            ExpoState.Finished,
            (_, now) =>
            {
                var offer = PlaceOffer.Of(next.Meeting, seen.Value.Slot, actor.UserId, now);
                db.Add(offer);
                outbox.Add(DayEvents.OfPlaceOffered(offer.Id, next.A));
                outbox.Add(DayEvents.OfPlaceOffered(offer.Id, next.B));
                return Result.Success;
            },
            _ => AuditedFirm.Pair(next.A, next.B, names),
            cancellationToken
        );
    }
}
