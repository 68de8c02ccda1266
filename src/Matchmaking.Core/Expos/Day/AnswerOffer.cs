using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Day;

/// <summary>
/// A firm takes an offered place or leaves it. With the second acceptance the meeting stands in the shown draft, if every rule still lets it,
/// and both are told what has become of their programmes.
/// </summary>
public sealed class AnswerOffer(AppDbContext db, OutboxWriter outbox, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ExpoId id, Guid offerId, bool accepts, Actor actor, CancellationToken cancellationToken)
    {
        var company = actor.CompanyId;
        var offer = await db.Set<PlaceOffer>()
            .Include(item => item.Meeting)
            .SingleOrDefaultAsync(
                item => item.Id == offerId && item.Meeting.ExpoId == id && (item.Meeting.A == company || item.Meeting.B == company),
                cancellationToken
            );
        if (offer is null || company is not { } firm)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var answered = accepts ? offer.Accept(firm, now) : offer.Decline(now);
        if (!answered.Succeeded)
        {
            return answered;
        }

        var action = accepts ? AuditActions.ExpoPlaceAccepted : AuditActions.ExpoPlaceDeclined;
        db.Add(await db.AuditAsync(id, action, detail: null, actor, now, cancellationToken));
        if (offer.IsAcceptedByBoth)
        {
            offer.End(await PlaceAsync(offer, now, cancellationToken));
        }

        var saved = await db.SaveOrStaleAsync(cancellationToken);
        return saved.Succeeded && offer.State == OfferState.Gone ? ExpoErrors.PlaceGone : saved;
    }

    private async Task<bool> PlaceAsync(PlaceOffer offer, DateTime now, CancellationToken cancellationToken)
    {
        var id = offer.Meeting.ExpoId;
        var expo = await db.Set<Expo>().WithParts().SingleAsync(item => item.Id == id, cancellationToken);
        expo.Settle(now);
        if (expo is not { State: >= ExpoState.Published, IsOpenForScheduling: true } || !expo.Slots.Any(slot => slot.Id == offer.SlotId))
        {
            return false;
        }

        var draft = await db.Set<ScheduleDraft>()
            .WithMeetings()
            .Include(item => item.Moves)
            .SingleAsync(item => item.ExpoId == id && item.Number == expo.ShownDraft, cancellationToken);
        var under = new DraftUnderChange(expo, draft, now, missed: new HashSet<Guid>());
        var meeting = draft.Meetings.FirstOrDefault(item => item.MeetingId == offer.MeetingId);
        var place = meeting is { Placement: null } ? under.Rules.FreePlace(EngineId.Of(offer.MeetingId), EngineId.Of(offer.SlotId)) : null;
        if (place is null)
        {
            return false;
        }

        var before = await db.PlannedAsync(id, draft.Number, firm: null, cancellationToken);
        draft.Move([(meeting!, place)], DraftMoveKind.Placed, now);
        if (!under.Settle().Succeeded || !expo.Tell().Succeeded)
        {
            throw new InvalidOperationException("A free place breaks a rule.");
        }

        await TellAsync(expo, [.. before, Planned(expo, offer, place)], offer.Meeting, cancellationToken);
        return true;
    }

    /// <summary>All that the two do not know yet, so that what gave way for the new meeting does not stand beside it on their pages.</summary>
    private async Task TellAsync(Expo expo, IReadOnlyList<PlannedMeeting> planned, ExpoMeeting pair, CancellationToken cancellationToken)
    {
        var told = (await db.ToldAsync(expo.Id, firm: null, cancellationToken)).Standing();
        var changes = PlanChange
            .Between(told, planned)
            .Where(change => change.Meeting.IsOf(pair.A) || change.Meeting.IsOf(pair.B))
            .ToList();
        db.Tell(expo, changes);
        outbox.Tell(expo, changes.Firms());
    }

    private static PlannedMeeting Planned(Expo expo, PlaceOffer offer, PlacedMeeting place) =>
        new(
            offer.MeetingId,
            offer.Meeting.A,
            offer.Meeting.B,
            offer.Start,
            offer.Minutes,
            expo.Tables.Single(table => EngineId.Of(table.Id) == place.Table).Name,
            place.Interpreter is { } interpreter ? expo.Interpreters.Single(item => EngineId.Of(item.Id) == interpreter).Name : null
        );
}
