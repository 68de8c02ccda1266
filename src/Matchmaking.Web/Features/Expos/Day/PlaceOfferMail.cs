using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Features.Expos.Day;

/// <summary>Tells everybody who acts for a firm of a free place, as long as it can be taken.</summary>
internal sealed class PlaceOfferMail(AppDbContext db, FirmMailer mailer, TimeProvider clock) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (id, firm) = DayEvents.Read(message.Payload);
        var offer = await db.Set<PlaceOffer>()
            .AsNoTracking()
            .Include(item => item.Meeting)
            .SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (offer?.At(clock.GetUtcNow().UtcDateTime) != OfferState.Open)
        {
            return;
        }

        var partner = offer.Meeting.A == firm ? offer.Meeting.B : offer.Meeting.A;
        var names = await db.Companies.Where(item => item.Id == partner).Select(item => item.Profile.Names).SingleAsync(cancellationToken);
        var expo = await db.Set<Expo>().AsNoTracking().SingleAsync(item => item.Id == offer.Meeting.ExpoId, cancellationToken);
        await mailer.SendAsync(message, firm, letter => Write(letter, offer, names, expo), cancellationToken);
    }

    private static void Write(Letter letter, PlaceOffer offer, LocalizedText partner, Expo expo)
    {
        letter.Subject = letter.T["A free place for you: {0}", expo.Profile.Names.For(letter.Language)];
        letter.Paragraph(letter.T["A place has become free for this meeting. When both accept in time, it stands in your programme."]);
        letter.Facts(
            (MeetingTime.Format(offer.Start, letter.Language), partner.For(letter.Language)),
            (letter.T["Answer by"], MeetingTime.Clock(offer.ExpiresAt, letter.Language))
        );
        letter.Action(letter.T["Answer the offer"], $"/expos/{expo.Id}/programme");
    }
}
