using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Moderation;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Tells the person who submitted a text what the agency decided, with the reason word for word.</summary>
internal sealed class ReviewMail(AppDbContext db, Mailer mailer) : OneMessageHandler
{
    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (!ReviewId.TryParse(message.Payload, null, out var id))
        {
            return;
        }

        var found = await (
            from review in db.Set<Review>().AsNoTracking()
            where review.Id == id && review.DecidedAt != null
            join listing in db.Listings on review.ListingId equals listing.Id
            join agency in db.Agencies on review.AgencyId equals agency.Id
            join user in db.Users on review.SubmittedBy equals user.Id
            select new
            {
                Review = review,
                Listing = listing,
                Agency = agency,
                User = user,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return;
        }

        await mailer.SendAsync(
            message,
            MailRecipient.Of(found.User),
            letter =>
            {
                var decision = found.Review.Decision!.Value;
                letter.Subject = letter.T["{0}: {1}", letter.T[$"decided.{decision}"].Value, found.Listing.Working.Title];
                letter.Paragraph(letter.T[$"review-mail.{decision}", found.Agency.Names.For(letter.Language)]);
                letter.Quote(found.Listing.Working.Title, found.Listing.Working.Language);
                if (found.Review.Reason is { } reason)
                {
                    letter.Paragraph(letter.T["The reason"]).Quote(reason, found.Agency.Country.Language());
                }

                letter.Action(letter.T["See the listing"], $"/listings/{found.Listing.Id}");
            },
            cancellationToken
        );
    }
}
