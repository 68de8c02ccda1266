using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Meetings;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Notifications;
using Matchmaking.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Features.Meetings;

/// <summary>Tells the people of one firm which requests have ended unanswered: one mail a person, however many ran out together.</summary>
internal sealed class MeetingExpiryMail(AppDbContext db, MeetingAddressees addressees, Mailer mailer) : OneMessageHandler
{
    private sealed record Ended(MeetingRequestId Id, DateTime AskedAt, bool IsOurs, LocalizedText Theirs);

    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (company, at) = MeetingEvents.ReadExpiry(message.Payload);
        var meetings = await db
            .MeetingRequests.AsNoTracking()
            .AsSplitQuery()
            .Where(meeting => meeting.AskingCompanyId == company || meeting.AskedCompanyId == company)
            .Where(meeting => meeting.Steps.Any(step => step.Kind == MeetingStepKind.Expired && step.At == at))
            .OrderBy(meeting => meeting.CreatedAt)
            .ThenBy(meeting => meeting.Id)
            .ToListAsync(cancellationToken);
        var letters = new Dictionary<Guid, (AppUser User, List<Ended> Ended)>();
        foreach (var meeting in meetings)
        {
            var side = meeting.SideOf(company)!.Value;
            var other = meeting.CompanyOf(side.Other());
            var theirs = await db
                .Companies.Where(firm => firm.Id == other)
                .Select(firm => firm.Profile.Names)
                .SingleAsync(cancellationToken);
            foreach (var user in await addressees.UsersAsync(company, meeting.PersonOf(side), cancellationToken))
            {
                letters.TryAdd(user.Id, (user, []));
                letters[user.Id].Ended.Add(new Ended(meeting.Id, meeting.CreatedAt, side == MeetingSide.Asking, theirs));
            }
        }

        foreach (var (user, ended) in letters.Values)
        {
            await mailer.SendAsync(message, MailRecipient.Of(user), letter => Write(letter, ended), cancellationToken);
        }
    }

    private static void Write(Letter letter, List<Ended> ended)
    {
        letter.Subject =
            ended.Count == 1
                ? letter.T["meeting-mail.Expired", ended[0].Theirs.For(letter.Language)]
                : letter.T["{0} meeting requests have run out", ended.Count];
        letter.Paragraph(letter.T["No answer came in time, so this has ended by itself. Either firm can ask again."]);
        letter.Facts([
            .. ended.Select(request =>
                (
                    request.Theirs.For(letter.Language),
                    letter.T[request.IsOurs ? "you asked on {0}" : "they asked on {0}", LocalTimes.Day(request.AskedAt)].Value
                )
            ),
        ]);
        if (ended.Count == 1)
        {
            letter.Action(letter.T["Open the meeting"], $"/meetings/{ended[0].Id}");
        }
        else
        {
            letter.Action(letter.T["Open the meetings"], "/meetings");
        }
    }
}
