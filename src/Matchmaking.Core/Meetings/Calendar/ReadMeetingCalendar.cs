using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <param name="Attendees">Of the other side with the address that its firm shows, and not with the one by which the person signs in.</param>
public sealed record MeetingCalendar(MeetingView Meeting, string Uid, int Sequence, IReadOnlyList<CalendarAttendee> Attendees);

/// <summary>What a calendar entry of an agreed or cancelled meeting says; there is none before a time was agreed.</summary>
public sealed class ReadMeetingCalendar(AppDbContext db, ShowMeeting show)
{
    public async Task<Result<MeetingCalendar>> ExecuteAsync(MeetingRequestId id, Actor actor, CancellationToken cancellationToken)
    {
        var meeting = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!meeting.Succeeded || !meeting.Value.HasCalendar)
        {
            return Error.NotFound;
        }

        var people = new[] { meeting.Value.OurPerson, meeting.Value.TheirPerson }
            .OfType<MeetingPerson>()
            .Select(person => person.Id)
            .ToList();
        var (theirFirm, theirPerson) = (meeting.Value.Theirs.Id, meeting.Value.TheirPerson?.Id);
        var shown = await db
            .Companies.Where(company => company.Id == theirFirm)
            .Select(company => company.Contact.Email)
            .SingleAsync(cancellationToken);
        var attendees = await db
            .Users.AsNoTracking()
            .Where(user => people.Contains(user.Id))
            .OrderBy(user => user.Id)
            .Select(user => new CalendarAttendee(user.DisplayName, user.Id == theirPerson ? shown : user.Email!))
            .ToListAsync(cancellationToken);
        var sequence = await db
            .MeetingRequests.Where(request => request.Id == id)
            .Select(request => request.CalendarSequence)
            .SingleAsync(cancellationToken);
        return new MeetingCalendar(meeting.Value, MeetingRequest.CalendarUidOf(id), sequence, attendees);
    }
}
