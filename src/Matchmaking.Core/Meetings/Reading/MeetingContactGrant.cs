using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>Two firms see each other's contact details from the moment when both have said yes to a meeting.</summary>
public sealed class MeetingContactGrant(AppDbContext db) : IContactGrant
{
    public Task<bool> OpensAsync(CompanyId company, Actor viewer, CancellationToken cancellationToken) =>
        db.MeetingRequests.AnyAsync(
            meeting =>
                meeting.ContactsOpenedAt != null
                && (
                    (meeting.AskingCompanyId == company && meeting.AskedCompanyId == viewer.CompanyId)
                    || (meeting.AskedCompanyId == company && meeting.AskingCompanyId == viewer.CompanyId)
                ),
            cancellationToken
        );
}
