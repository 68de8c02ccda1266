using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Data;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Setup;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Timetables;

/// <summary>
/// What every change of a draft has in common: whose expo it is, until when it may be changed, that no rule is broken that was kept before,
/// the figures, the trail, and one save.
/// </summary>
public sealed class ChangeDraft(AppDbContext db, TimeProvider clock)
{
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="meeting">The one that is named in the trail, if it is about one.</param>
    public async Task<Result> ExecuteAsync(
        ExpoId id,
        int number,
        Actor actor,
        string action,
        Guid? meeting,
        Func<DraftUnderChange, Result> change,
        CancellationToken cancellationToken
    )
    {
        var expo = await db.OrganisedBy(actor).WithParts().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var draft = expo is null
            ? null
            : await db.Set<ScheduleDraft>()
                .WithMeetings()
                .Include(item => item.Moves)
                .SingleOrDefaultAsync(item => item.ExpoId == id && item.Number == number, cancellationToken);
        if (expo is null || draft is null || (meeting is not null && draft.Meetings.All(item => item.MeetingId != meeting)))
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        expo.Settle(now);
        if (!expo.IsOpenForScheduling)
        {
            return ExpoErrors.Settled;
        }

        var under = new DraftUnderChange(expo, draft, now, await db.MissedAsync(id, expo.ShownDraft, cancellationToken));
        var changed = change(under);
        if (changed.Succeeded)
        {
            changed = under.Settle();
        }

        if (!changed.Succeeded)
        {
            return changed;
        }

        var detail = FormattableString.Invariant($"{number}") + await NamesAsync(draft, meeting, cancellationToken);
        db.Add(AuditEntry.Of(actor, action, id.Value, expo.Profile.Names.En, now, detail));
        return await db.SaveOrStaleAsync(cancellationToken);
    }

    private async Task<string> NamesAsync(ScheduleDraft draft, Guid? meeting, CancellationToken cancellationToken)
    {
        if (draft.Meetings.FirstOrDefault(item => item.MeetingId == meeting)?.Meeting is not { } pair)
        {
            return string.Empty;
        }

        var names = await db
            .Companies.Where(company => company.Id == pair.A || company.Id == pair.B)
            .Select(company => new { company.Id, company.Profile.Names })
            .ToDictionaryAsync(company => company.Id, company => company.Names, cancellationToken);
        return ": " + AuditedFirm.Pair(pair.A, pair.B, names);
    }
}

/// <summary>A draft in the hands of its organiser.</summary>
public sealed class DraftUnderChange
{
    private readonly ScheduleProblem problem;
    private readonly IReadOnlyList<PlacedMeeting> before;
    private readonly IReadOnlyList<PlacedMeeting> over;

    /// <param name="missed">Ids of meetings to which a side did not come: those alone may be put elsewhere once they have begun.</param>
    internal DraftUnderChange(Expo expo, ScheduleDraft draft, DateTime now, IReadOnlySet<Guid> missed)
    {
        (Expo, Draft, Now) = (expo, draft, now);
        problem = draft.Problem(expo, now);
        before = draft.Placed;
        over = [.. Past.Of(expo, draft, now).Meetings.Where(item => !missed.Contains(EngineId.Read(item.Id)))];
    }

    internal Expo Expo { get; }

    internal ScheduleDraft Draft { get; }

    /// <summary>UTC.</summary>
    internal DateTime Now { get; }

    /// <summary>How many rules it breaks.</summary>
    internal int Broken => DraftRules.Broken(problem, before).Count;

    internal PlacementRules Rules => Draft.Rules(Expo, Now);

    internal DraftMeeting Meeting(Guid id) => Draft.Meetings.Single(meeting => meeting.MeetingId == id);

    /// <summary>What was broken before, since the expo has changed, may stay so; nothing else may.</summary>
    internal Result Settle()
    {
        var after = Draft.Placed;
        if (before.SequenceEqual(after))
        {
            return Result.Success;
        }

        if (over.Except(after).Any())
        {
            return TimetableErrors.IsOver;
        }

        if (DraftRules.Broken(problem, after).Except(DraftRules.Broken(problem, before)).Any())
        {
            return TimetableErrors.NotThere;
        }

        Draft.Recount(DraftFigures.Of(problem, after));
        return Result.Success;
    }
}

internal static class DraftRules
{
    /// <summary>The draft's wishes under the rules of today, which may have become others since it was made.</summary>
    public static ScheduleProblem Problem(this ScheduleDraft draft, Expo expo, DateTime now) =>
        ExpoProblem.Of(expo, [.. draft.Meetings.Select(meeting => meeting.Wished)], held: [], Past.Of(expo, draft, now));

    public static PlacementRules Rules(this ScheduleDraft draft, Expo expo, DateTime now) =>
        new(draft.Problem(expo, now), draft.Placed, draft.Locked, expo.Begun(now).Select(EngineId.Of).ToHashSet());

    /// <summary>Rules that a timetable breaks, by the checker that knows nothing of how it came about.</summary>
    public static IReadOnlyList<ScheduleViolation> Broken(ScheduleProblem problem, IReadOnlyList<PlacedMeeting> placed)
    {
        var standing = placed.Select(item => item.Id).ToHashSet();
        var figures = ScheduleFigures.Of(problem, placed);
        return ScheduleChecker.Check(
            problem,
            new ScheduleSolution(
                ScheduleStatus.Feasible,
                figures.Sum(firm => firm.Breaks),
                Bound: 0,
                Seconds: 0,
                placed,
                [
                    .. problem
                        .Meetings.Where(meeting => !standing.Contains(meeting.Id))
                        .Select(meeting => new UnscheduledMeeting(meeting.Id, string.Empty)),
                ],
                figures,
                Changed: 0
            )
        );
    }
}
