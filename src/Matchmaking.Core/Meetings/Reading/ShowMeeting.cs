using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

/// <summary>A meeting as the members of its two firms see it; for everybody else there is none.</summary>
public sealed class ShowMeeting(AppDbContext db, TakenTimes takenTimes, TimeProvider clock)
{
    public async Task<Result<MeetingView>> ExecuteAsync(MeetingRequestId id, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var meeting = await db
            .MeetingRequests.AsNoTracking()
            .Include(meeting => meeting.Steps)
            .AsSplitQuery()
            .SingleOrDefaultAsync(meeting => meeting.Id == id, cancellationToken);
        if (meeting?.SideOf(actor.CompanyId) is not { } side)
        {
            return Error.NotFound;
        }

        var (ours, theirs) =
            side == MeetingSide.Asking
                ? (meeting.AskingCompanyId, meeting.AskedCompanyId)
                : (meeting.AskedCompanyId, meeting.AskingCompanyId);
        var firms = await db.FirmsAsync([ours, theirs], cancellationToken);
        var members = await db.MembersAsync(ours, cancellationToken);
        var people = await db.PeopleAsync([.. PeopleOf(meeting).Distinct()], cancellationToken);
        var contact = meeting.ContactsOpenedAt is null
            ? null
            : await db
                .Companies.AsNoTracking()
                .Where(company => company.Id == theirs)
                .Select(company => company.Contact)
                .SingleAsync(cancellationToken);
        var (ourListing, theirListing) =
            side == MeetingSide.Asking
                ? (meeting.AskingListingId, meeting.AskedListingId)
                : (meeting.AskedListingId, meeting.AskingListingId);
        return new MeetingView(
            meeting.Id,
            meeting.Version,
            side,
            meeting.StateAt(now),
            meeting.State == MeetingState.Scheduled && !meeting.IsMoveOpen(now) ? null : meeting.Turn,
            meeting.IsMoveOpen(now),
            meeting.State == MeetingState.Scheduled && meeting.Start <= now,
            meeting.ExpiresAt,
            meeting.Format,
            meeting.Agreed,
            meeting.CancelledBy,
            meeting.CancelledLate,
            firms[ours],
            firms[theirs],
            Person(meeting.PersonOf(side)),
            Person(meeting.PersonOf(side.Other())),
            contact,
            await ListingAsync(theirListing, cancellationToken),
            await ListingAsync(ourListing, cancellationToken),
            await ChoicesAsync(meeting, side, ours, actor, now, cancellationToken),
            members.FindAll(member => member.Id != (meeting.PersonOf(side) ?? actor.UserId)),
            [
                .. meeting
                    .Steps.OrderByDescending(step => step.Number)
                    .Select(step => new MeetingHistoryLine(
                        step,
                        Person(step.UserId)?.Name,
                        Person(step.DelegatedTo)?.Name,
                        [.. meeting.Times.Where(time => time.Round == step.Round).Select(time => time.Slot).OrderBy(slot => slot.Start)]
                    )),
            ]
        );

        MeetingPerson? Person(Guid? person) => person is { } known ? people.GetValueOrDefault(known) : null;
    }

    private static IEnumerable<Guid> PeopleOf(MeetingRequest meeting) =>
        meeting
            .Steps.SelectMany(step => new[] { step.UserId, step.DelegatedTo })
            .Append(meeting.AskingPersonId)
            .Append(meeting.AskedPersonId)
            .OfType<Guid>();

    private async Task<MeetingSubject?> ListingAsync(ListingId? id, CancellationToken cancellationToken) =>
        id is null
            ? null
            : await db
                .Listings.AsNoTracking()
                .Where(listing => listing.Id == id)
                .Select(listing => new MeetingSubject(listing.Content.Title, listing.Content.Language))
                .SingleOrDefaultAsync(cancellationToken);

    private async Task<IReadOnlyList<MeetingChoice>> ChoicesAsync(
        MeetingRequest meeting,
        MeetingSide side,
        CompanyId ours,
        Actor actor,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var choices = meeting.ChoicesOf(side, now);
        if (choices.Count == 0)
        {
            return [];
        }

        var us = meeting.PersonOf(side) ?? actor.UserId;
        var them = meeting.PersonOf(side.Other());
        var people = new[] { us, them ?? us };
        var taken = await takenTimes.ReadAsync(people, choices[0].Start, choices.Max(slot => slot.End), meeting.Id, cancellationToken);
        var clashing = taken.Where(quarter => quarter.UserId == us).Select(quarter => quarter.Meeting).ToHashSet();
        var named = await ClashNamesAsync(clashing, ours, cancellationToken);
        return
        [
            .. choices.Select(slot =>
            {
                var quarters = slot.Quarters().ToHashSet();
                var mine = taken.FirstOrDefault(quarter => quarter.UserId == us && quarters.Contains(quarter.Start));
                var theirs = them != us && taken.Any(quarter => quarter.UserId == them && quarters.Contains(quarter.Start));
                return new MeetingChoice(slot, mine is null, !theirs, mine is null ? null : named.GetValueOrDefault(mine.Meeting));
            }),
        ];
    }

    private async Task<Dictionary<MeetingRequestId, LocalizedText>> ClashNamesAsync(
        IReadOnlyCollection<MeetingRequestId> meetings,
        CompanyId ours,
        CancellationToken cancellationToken
    )
    {
        var found = await db
            .MeetingRequests.AsNoTracking()
            .Where(meeting => meetings.Contains(meeting.Id) && (meeting.AskingCompanyId == ours || meeting.AskedCompanyId == ours))
            .Select(meeting => new
            {
                meeting.Id,
                Theirs = meeting.AskingCompanyId == ours ? meeting.AskedCompanyId : meeting.AskingCompanyId,
            })
            .ToListAsync(cancellationToken);
        var firms = await db.FirmsAsync([.. found.Select(meeting => meeting.Theirs)], cancellationToken);
        return found.ToDictionary(meeting => meeting.Id, meeting => firms[meeting.Theirs].Names);
    }
}
