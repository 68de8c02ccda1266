using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Expos.Programme;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Booking;

/// <summary>Tells everybody who acts for a firm that it can book, and what the other sides of its meetings have booked or cancelled.</summary>
internal sealed class BookingMail(ReadBookingNotice read, FirmMailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (id, company, window) = BookingEvents.Read(message.Payload);
        var notice = await read.ExecuteAsync(id, company, window, cancellationToken);
        if (notice is not null)
        {
            await mailer.SendAsync(message, company, letter => Write(letter, notice), cancellationToken);
        }
    }

    private static void Write(Letter letter, BookingNotice notice)
    {
        var expo = notice.Profile.Names.For(letter.Language);
        var isOpening = notice.Changes.Count == 0;
        letter.Subject = notice.Changes switch
        {
            [] => letter.T["Book your meetings: {0}", expo],
            [{ Booked: not null } only] => letter.T["{0} has booked a meeting with you", only.Partner.For(letter.Language)],
            [var only] => letter.T["{0} has cancelled a booked meeting", only.Partner.For(letter.Language)],
            var several => letter.T["{0} of your meetings were booked or cancelled: {1}", several.Count, expo],
        };
        if (isOpening)
        {
            letter.Paragraph(
                letter.T[
                    "You can now choose the times of your meetings with firms that wish to meet you. A table is kept with each time, and an interpreter where one is needed. Who books first has the choice."
                ]
            );
        }

        letter.Facts((letter.T["Expo"], expo));
        WriteList(
            letter,
            letter.T["Booked with you. If a time does not suit you, cancel it in your programme and choose another."],
            notice.Changes.Where(change => change.Booked is not null)
        );
        WriteList(
            letter,
            letter.T["Cancelled by the other side. The time is free for others again."],
            notice.Changes.Where(change => change.Booked is null)
        );
        letter.Action(isOpening ? letter.T["Book meetings"] : letter.T["Open my programme"], $"/expos/{notice.Expo}/programme");
    }

    private static void WriteList(Letter letter, string heading, IEnumerable<BookingChange> changes)
    {
        var rows = changes.Select(change => (MeetingTime.Format(change.Start, letter.Language), Place(letter, change))).ToArray();
        if (rows.Length > 0)
        {
            letter.Paragraph(heading).Facts(rows);
        }
    }

    private static string Place(Letter letter, BookingChange change) =>
        change.Booked is { } meeting
            ? ProgrammeLetter.Place(letter, change.Partner.For(letter.Language), meeting)
            : change.Partner.For(letter.Language);
}
