using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Booking;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>One draft with all that stands in it, for the agency that organises the expo.</summary>
public sealed class ReadDraft(AppDbContext db, ReadExpo read, TimeProvider clock)
{
    public async Task<Result<DraftView>> ExecuteAsync(ExpoId id, int number, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        var drafts = db.Set<ScheduleDraft>().AsNoTracking().Where(draft => draft.ExpoId == id);
        return
            expo.Succeeded
            && await drafts
                .WithMeetings()
                .Include(draft => draft.Moves)
                .SingleOrDefaultAsync(draft => draft.Number == number, cancellationToken)
                is { } draft
            ? new DraftView(
                expo.Value,
                draft,
                await drafts.CurrentNumberAsync(cancellationToken) == number,
                await db.FirmsOfAsync(id, cancellationToken),
                await db.MissedAsync(id, expo.Value.ShownDraft, cancellationToken),
                await db.BookingsAsync(id, cancellationToken),
                clock.GetUtcNow().UtcDateTime
            )
            : Error.NotFound;
    }
}

/// <param name="Missed">Ids of meetings to which a side did not come.</param>
/// <param name="Bookings">Of firms that book themselves, by meeting.</param>
/// <param name="Now">UTC.</param>
public sealed record DraftView(
    Expo Expo,
    ScheduleDraft Draft,
    bool IsCurrent,
    IReadOnlyDictionary<CompanyId, LocalizedText> Firms,
    IReadOnlySet<Guid> Missed,
    IReadOnlyDictionary<Guid, MeetingBooking> Bookings,
    DateTime Now
)
{
    /// <summary>It was searched for without a score of any of its pairs.</summary>
    public bool WeighsWishesAlone =>
        Expo.Profile.Scheduling == SchedulingMode.Organiser
        && Draft.Meetings.Count > 0
        && Draft.Meetings.All(meeting => meeting.Score is null);

    private readonly Lazy<ScheduleProblem> problem = new(() => Draft.Problem(Expo, Now));

    public PlacementRules Rules => Draft.Rules(Expo, Now);

    /// <summary>The time of the meeting has begun, and nobody said that a side did not come: it stays.</summary>
    public bool IsOver(DraftMeeting meeting) =>
        meeting.Placement is { } placement && Expo.Begun(Now).Contains(placement.SlotId) && !Missed.Contains(meeting.MeetingId);

    /// <summary>Null for a meeting that stands where no firm has booked it.</summary>
    public MeetingBooking? Booking(DraftMeeting meeting) =>
        meeting.Placement is { } placement
        && Bookings.TryGetValue(meeting.MeetingId, out var booking)
        && booking.StandsAt(Expo.Slots.Single(slot => slot.Id == placement.SlotId).Start)
            ? booking
            : null;

    /// <summary>Rules that the draft breaks since the expo was changed, by meeting.</summary>
    public ILookup<Guid, string> Broken =>
        DraftRules
            .Broken(problem.Value, Draft.Placed)
            .Where(violation => Draft.Meetings.Any(meeting => EngineId.Of(meeting.MeetingId) == violation.Subject))
            .ToLookup(violation => EngineId.Read(violation.Subject), violation => violation.Rule);
}
