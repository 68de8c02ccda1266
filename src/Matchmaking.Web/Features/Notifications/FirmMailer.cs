using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Notifications;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Features.Notifications;

/// <summary>Has a letter written to everybody who acts for a firm, each in their language.</summary>
internal sealed class FirmMailer(AppDbContext db, Mailer mailer)
{
    public async Task SendAsync(OutboxMessage cause, CompanyId firm, Action<Letter> write, CancellationToken cancellationToken)
    {
        var users = await db
            .Memberships.Where(member => member.CompanyId == firm)
            .Join(db.Users.AsNoTracking().Where(user => user.Email != null), member => member.UserId, user => user.Id, (_, user) => user)
            .ToListAsync(cancellationToken);
        foreach (var user in users)
        {
            await mailer.SendAsync(cause, MailRecipient.Of(user), write, cancellationToken);
        }
    }
}
