using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Outcomes;

/// <summary>What both sides of each published meeting say came of it, for the organiser.</summary>
public sealed class ReadOutcomes(AppDbContext db, ReadExpo read, TimeProvider clock)
{
    public async Task<Result<ExpoOutcomes>> ExecuteAsync(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var said = await db.OutcomesAsync(id, firm: null, cancellationToken);
        var records = await db.RecordsAsync(id, cancellationToken);
        var told = (await db.ToldAsync(id, firm: null, cancellationToken)).Standing();
        return new ExpoOutcomes(
            expo.Value,
            [
                .. told.Select(meeting => new OutcomeRow(
                    meeting,
                    meeting.Start <= now,
                    records.GetValueOrDefault(meeting.Id) is { } record && record.IsOf(meeting) ? record.State : null,
                    said.GetValueOrDefault((meeting.Id, meeting.A)),
                    said.GetValueOrDefault((meeting.Id, meeting.B))
                )),
            ],
            await db.FirmsOfAsync(id, cancellationToken),
            now
        );
    }
}

/// <param name="Meetings">All that firms were told last and that was not cancelled, in time order.</param>
/// <param name="Names">Of the firms of the expo.</param>
/// <param name="Now">UTC: what had begun then counts.</param>
public sealed record ExpoOutcomes(
    Expo Expo,
    IReadOnlyList<OutcomeRow> Meetings,
    IReadOnlyDictionary<CompanyId, LocalizedText> Names,
    DateTime Now
)
{
    public IReadOnlyList<OutcomeRow> Begun { get; } = [.. Meetings.Where(meeting => meeting.HasBegun)];

    /// <summary>Attending firms that have not said of every meeting what came of it.</summary>
    public IReadOnlyList<ExpoFirm> Waiting
    {
        get
        {
            var silent = Begun.SelectMany(meeting => meeting.Silent).ToHashSet();
            return [.. Expo.Firms.Where(firm => firm.State == ExpoFirmState.Attending && silent.Contains(firm.CompanyId))];
        }
    }

    /// <summary>Those of them that a reminder goes to now.</summary>
    public IReadOnlyList<ExpoFirm> Remindable => [.. Waiting.Where(firm => firm.MayBeReminded(Now))];
}

/// <param name="Recorded">By the organiser, in the hall; null for nothing.</param>
/// <param name="OfA">What its first side says; null for nothing.</param>
public sealed record OutcomeRow(PlannedMeeting Meeting, bool HasBegun, MeetingHeld? Recorded, MeetingOutcome? OfA, MeetingOutcome? OfB)
{
    public IEnumerable<MeetingOutcome> Said => new[] { OfA, OfB }.OfType<MeetingOutcome>();

    /// <summary>The sides that have said nothing.</summary>
    public IEnumerable<CompanyId> Silent => new[] { Meeting.A, Meeting.B }.Except(Said.Select(outcome => outcome.CompanyId));

    /// <summary>It was recorded as held; or nothing was, it has begun, and no side says that it did not take place.</summary>
    public bool IsHeld => Recorded is { } recorded ? recorded == MeetingHeld.Held : HasBegun && !Says(OutcomeKind.DidNotTakePlace);

    /// <summary>At least one side does.</summary>
    public bool Says(OutcomeKind kind) => Said.Any(outcome => outcome.Kind == kind);
}
