using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Meetings;

public enum MeetingGroup
{
    WaitingForUs,
    WaitingForThem,
    Scheduled,
    Past,
}

/// <param name="ChoiceCount">How many proposed times can be chosen now, by whose turn it is.</param>
public sealed record MeetingRow(
    MeetingRequestId Id,
    MeetingGroup Group,
    MeetingState State,
    bool IsMoveOpen,
    DateTime? Deadline,
    TimeSlot? Agreed,
    int ChoiceCount,
    MeetingFirm Firm,
    MeetingSubject? Subject,
    string? OwnPerson
);

public sealed record MeetingList(IReadOnlyList<MeetingRow> Open, Page<MeetingRow> Past)
{
    public IEnumerable<MeetingRow> Of(MeetingGroup group) => Open.Where(row => row.Group == group);
}

/// <summary>All meetings of the actor's firm: the open ones by whose turn it is, and a page of the past ones.</summary>
public sealed class ListMeetings(AppDbContext db, TimeProvider clock)
{
    private const int PageSize = 20;

    /// <param name="page">Of the past ones, from 1.</param>
    public async Task<MeetingList> ExecuteAsync(int page, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var company = actor.CompanyId!.Value;
        var ours = db
            .MeetingRequests.AsNoTracking()
            .AsSplitQuery()
            .Where(meeting => meeting.AskingCompanyId == company || meeting.AskedCompanyId == company);
        var open = await ours.Where(meeting => meeting.OpenPair != null).ToListAsync(cancellationToken);
        var closed = ours.Where(meeting => meeting.OpenPair == null);
        var number = Math.Clamp(page, 1, 10_000);
        var past = await closed
            .OrderByDescending(meeting => meeting.Start ?? meeting.CreatedAt)
            .ThenBy(meeting => meeting.Id)
            .Skip((number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        var total = await closed.CountAsync(cancellationToken);
        var rows = await RowsAsync([.. open, .. past], company, now, cancellationToken);
        var ran = rows.Where(row => row.Group == MeetingGroup.Past).ToList();
        return new MeetingList(
            rows.Where(row => row.Group != MeetingGroup.Past)
                .OrderBy(row => row.Group)
                .ThenBy(row => row.Deadline ?? row.Agreed?.Start)
                .ToList(),
            new Page<MeetingRow>(ran, number, PageSize, total)
        );
    }

    private async Task<IReadOnlyList<MeetingRow>> RowsAsync(
        IReadOnlyList<MeetingRequest> meetings,
        CompanyId company,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var sides = meetings.ToDictionary(meeting => meeting.Id, meeting => meeting.SideOf(company)!.Value);
        var firms = await db.FirmsAsync([.. meetings.Select(meeting => TheirCompany(meeting, sides[meeting.Id]))], cancellationToken);
        var people = await db.PeopleAsync(
            [.. meetings.Select(meeting => meeting.PersonOf(sides[meeting.Id])).OfType<Guid>().Distinct()],
            cancellationToken
        );
        var subjects = await SubjectsAsync(meetings, cancellationToken);
        return
        [
            .. meetings.Select(meeting =>
            {
                var side = sides[meeting.Id];
                return new MeetingRow(
                    meeting.Id,
                    GroupOf(meeting, side, now),
                    meeting.StateAt(now),
                    meeting.IsMoveOpen(now),
                    meeting.ExpiresAt,
                    meeting.Agreed,
                    meeting.ChoicesOf(meeting.Turn ?? side, now).Count,
                    firms[TheirCompany(meeting, side)],
                    subjects.GetValueOrDefault(meeting.Id),
                    meeting.PersonOf(side) is { } person ? people.GetValueOrDefault(person)?.Name : null
                );
            }),
        ];
    }

    private static CompanyId TheirCompany(MeetingRequest meeting, MeetingSide side) =>
        side == MeetingSide.Asking ? meeting.AskedCompanyId : meeting.AskingCompanyId;

    private static MeetingGroup GroupOf(MeetingRequest meeting, MeetingSide side, DateTime now) =>
        meeting.StateAt(now) switch
        {
            MeetingState.Sent or MeetingState.CounterProposed => meeting.Turn == side
                ? MeetingGroup.WaitingForUs
                : MeetingGroup.WaitingForThem,
            MeetingState.Unscheduled => meeting.Turn == side.Other() ? MeetingGroup.WaitingForThem : MeetingGroup.WaitingForUs,
            MeetingState.Scheduled when meeting.Agreed!.Value.End <= now => MeetingGroup.Past,
            MeetingState.Scheduled => meeting.IsMoveOpen(now) && meeting.Turn == side ? MeetingGroup.WaitingForUs : MeetingGroup.Scheduled,
            _ => MeetingGroup.Past,
        };

    /// <summary>The listing that it is about, else the first message.</summary>
    private async Task<Dictionary<MeetingRequestId, MeetingSubject>> SubjectsAsync(
        IReadOnlyList<MeetingRequest> meetings,
        CancellationToken cancellationToken
    )
    {
        var ids = meetings.Select(meeting => meeting.Id).ToList();
        var listings = meetings
            .SelectMany(meeting => new[] { meeting.AskedListingId, meeting.AskingListingId })
            .OfType<ListingId>()
            .ToList();
        var titles = await db
            .Listings.AsNoTracking()
            .Where(listing => listings.Contains(listing.Id))
            .Select(listing => new
            {
                listing.Id,
                listing.Content.Title,
                listing.Content.Language,
            })
            .ToDictionaryAsync(listing => listing.Id, cancellationToken);
        var messages = await db
            .MeetingSteps.AsNoTracking()
            .Where(step => ids.Contains(step.MeetingRequestId) && step.Number == 1 && step.Message != "")
            .Select(step => new
            {
                step.MeetingRequestId,
                step.Message,
                step.Language,
            })
            .ToDictionaryAsync(step => step.MeetingRequestId, cancellationToken);
        var subjects = new Dictionary<MeetingRequestId, MeetingSubject>();
        foreach (var meeting in meetings)
        {
            if ((meeting.AskedListingId ?? meeting.AskingListingId) is { } about && titles.TryGetValue(about, out var title))
            {
                subjects[meeting.Id] = new MeetingSubject(title.Title, title.Language);
            }
            else if (messages.TryGetValue(meeting.Id, out var message))
            {
                subjects[meeting.Id] = new MeetingSubject(message.Message, message.Language ?? LanguageCode.En);
            }
        }

        return subjects;
    }
}
