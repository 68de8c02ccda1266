using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Features.Expos.Participation;

/// <summary>Tells everybody who acts for a firm that it is invited and can answer now.</summary>
internal sealed class ExpoInvitationMail(AppDbContext db, FirmMailer mailer, TimeProvider clock) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (id, company) = ExpoEvents.ReadInvitation(message.Payload);
        var expo = await db.Set<Expo>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var waits = await db.Set<ExpoFirm>()
            .AnyAsync(firm => firm.ExpoId == id && firm.CompanyId == company && firm.State == ExpoFirmState.Invited, cancellationToken);
        if (expo is null || !waits || expo.State.At(expo.Profile, clock.GetUtcNow().UtcDateTime) != ExpoState.CollectingPreferences)
        {
            return;
        }

        var agency = await db.Agencies.Where(item => item.Id == expo.AgencyId).Select(item => item.Names).SingleAsync(cancellationToken);
        var firmNames = await db
            .Companies.Where(item => item.Id == company)
            .Select(item => item.Profile.Names)
            .SingleAsync(cancellationToken);
        await mailer.SendAsync(message, company, letter => Write(letter, expo, agency, firmNames), cancellationToken);
    }

    private static void Write(Letter letter, Expo expo, LocalizedText agency, LocalizedText firm)
    {
        var (profile, language) = (expo.Profile, letter.Language);
        letter.Subject = letter.T["Invitation: {0}", profile.Names.For(language)];
        letter.Paragraph(
            letter.T[
                "{0} invites {1} to meet firms of the other country at tables. Say whether you come, and whom you wish to meet; the meetings are planned from that.",
                agency.For(language),
                firm.For(language)
            ]
        );
        letter.Facts([
            (letter.T["Expo"], profile.Names.For(language)),
            (letter.T["Days"], MeetingTime.Days(profile.FirstDay, profile.LastDay, language)),
            (letter.T["Hall and city"], profile.Place),
            .. profile.PreferencesUntil is { } until
                ? new[] { (letter.T["Wishes until the end of"].Value, MeetingTime.Day(until, language)) }
                : [],
        ]);
        letter.Action(letter.T["Answer the invitation"], $"/expos/{expo.Id}");
    }
}
