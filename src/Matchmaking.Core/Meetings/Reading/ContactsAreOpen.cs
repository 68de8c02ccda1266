using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>Whether two firms may see each other's contact details: from the moment when both had said yes to a meeting.</summary>
public sealed class ContactsAreOpen(AppDbContext db)
{
    public Task<bool> ExecuteAsync(CompanyId company, Actor actor, CancellationToken cancellationToken) =>
        db.MeetingRequests.AnyAsync(
            meeting =>
                meeting.ContactsOpenedAt != null
                && (
                    (meeting.AskingCompanyId == company && meeting.AskedCompanyId == actor.CompanyId)
                    || (meeting.AskedCompanyId == company && meeting.AskingCompanyId == actor.CompanyId)
                ),
            cancellationToken
        );
}
