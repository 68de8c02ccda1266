using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Booking;

/// <summary>Tells everybody who acts for a firm that it can book, and what the other side of a meeting has booked or cancelled.</summary>
internal sealed class BookingMail(ReadBookingNotice read, FirmMailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (id, company, meeting) = BookingEvents.Read(message.Payload);
        var notice = await read.ExecuteAsync(id, company, meeting, cancellationToken);
        if (notice is not null)
        {
            await mailer.SendAsync(message, company, letter => Write(letter, notice), cancellationToken);
        }
    }

    private static void Write(Letter letter, BookingNotice notice)
    {
        var expo = notice.Profile.Names.For(letter.Language);
        var partner = notice.Partner?.For(letter.Language) ?? string.Empty;
        switch (notice.Kind)
        {
            case BookingNoticeKind.Opened:
                letter.Subject = letter.T["Book your meetings: {0}", expo];
                letter.Paragraph(
                    letter.T[
                        "You can now choose the times of your meetings with firms that wish to meet you. A table is kept with each time, and an interpreter where one is needed. Who books first has the choice."
                    ]
                );
                break;
            case BookingNoticeKind.Booked:
                letter.Subject = letter.T["{0} has booked a meeting with you", partner];
                letter.Paragraph(
                    letter.T["The meeting stands in your programme. If the time does not suit you, cancel it there and choose another."]
                );
                break;
            default:
                letter.Subject = letter.T["{0} has cancelled a booked meeting", partner];
                letter.Paragraph(letter.T["The meeting no longer stands in your programme. The time is free for others again."]);
                break;
        }

        letter.Facts([(letter.T["Expo"], expo), .. Facts(letter, notice, partner)]);
        letter.Action(
            notice.Kind == BookingNoticeKind.Opened ? letter.T["Book meetings"] : letter.T["Open my programme"],
            $"/expos/{notice.Expo}/programme"
        );
    }

    private static IEnumerable<(string, string)> Facts(Letter letter, BookingNotice notice, string partner)
    {
        if (notice.Start is not { } start)
        {
            yield break;
        }

        yield return (letter.T["Firm"], partner);
        yield return (letter.T["Time"], MeetingTime.Format(start, letter.Language));
        if (notice.Meeting is not { } meeting)
        {
            yield break;
        }

        yield return (letter.T["Table"], meeting.Table);
        if (meeting.Interpreter is { } interpreter)
        {
            yield return (letter.T["Interpreter"], interpreter);
        }
    }
}
