using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Timetables.Runs;

/// <summary>A run as the engine takes it.</summary>
/// <param name="Run">What was asked for.</param>
/// <param name="Wished">All that the draft will know.</param>
/// <param name="Sought">Those of them for which a place is sought.</param>
/// <param name="Held">Meetings that stay where they stand.</param>
/// <param name="Past">In which nothing changes; what begins during the search is a part of it.</param>
/// <param name="Known">Meetings of which as few as possible are moved; null for none.</param>
/// <param name="Locked">Meetings that are locked in the draft that it begins from.</param>
internal sealed record PreparedRun(
    ScheduleRun Run,
    IReadOnlyList<WishedMeeting> Wished,
    IReadOnlyList<WishedMeeting> Sought,
    IReadOnlyList<PlacedMeeting> Held,
    Past Past,
    IReadOnlyList<PlacedMeeting>? Known,
    IReadOnlySet<Guid> Locked
)
{
    /// <param name="wished">Meetings that both sides wish at present.</param>
    /// <param name="before">With its meetings; null for a run that begins from nothing.</param>
    public static PreparedRun Of(ScheduleRun run, Expo expo, IReadOnlyList<WishedMeeting> wished, ScheduleDraft? before, DateTime now)
    {
        var begun = expo.Begun(now.AddSeconds(run.Seconds));
        bool IsOver(DraftMeeting meeting) => begun.Contains(meeting.Placement!.SlotId);

        // What took place stays, whoever has left or changed their mind since.
        var stood = (before?.Meetings ?? []).Where(meeting => meeting.Placement is not null).ToList();
        IReadOnlyList<WishedMeeting> all =
        [
            .. stood.Where(IsOver).Select(meeting => meeting.Wished).Concat(wished).DistinctBy(meeting => meeting.Id),
        ];
        var known = all.Select(meeting => meeting.Id).ToHashSet();
        var standing = stood.FindAll(meeting => known.Contains(meeting.MeetingId));
        var stands = standing.Select(meeting => meeting.MeetingId).ToHashSet();
        List<PlacedMeeting> Places(Func<DraftMeeting, bool> which) =>
            [.. standing.Where(which).Select(meeting => meeting.Placement!.Placed)];

        var held = run.Scope switch
        {
            RunScope.GapsOnly => Places(_ => true),
            RunScope.Anew => Places(IsOver),
            _ => Places(meeting => meeting.IsLocked || IsOver(meeting)),
        };
        return new PreparedRun(
            run,
            all,
            run.Scope == RunScope.Repair ? [.. all.Where(meeting => stands.Contains(meeting.Id))] : all,
            held,
            new Past(begun, Places(IsOver)),
            run.Scope switch
            {
                RunScope.Anew when held.Count == 0 => null,
                RunScope.LeastChange or RunScope.Repair => Places(_ => true),
                _ => held,
            },
            standing.Where(meeting => meeting.IsLocked).Select(meeting => meeting.MeetingId).ToHashSet()
        );
    }

    /// <summary>What the engine is asked.</summary>
    public ScheduleProblem Problem(Expo expo) => ExpoProblem.Of(expo, Sought, Held, Past, Run.PlacesAll);

    /// <summary>What the draft is measured by: with the wishes for which no place was sought.</summary>
    public ScheduleProblem Whole(Expo expo) => ExpoProblem.Of(expo, Wished, Held, Past);

    /// <summary>The conflict of a solution by what people know: slots and firms.</summary>
    public IReadOnlyList<string> Conflict(ScheduleSolution solution)
    {
        var meetings = Sought.ToDictionary(meeting => EngineId.Of(meeting.Id));
        return
        [
            .. (solution.Conflict ?? []).Select(rule =>
                rule.Kind == "meeting"
                    ? $"{rule.Kind}:{EngineId.Of(meetings[rule.Id].A.Value)}:{EngineId.Of(meetings[rule.Id].B.Value)}"
                    : $"{rule.Kind}:{rule.Id}"
            ),
        ];
    }

    public ScheduleOptions Options(IProgress<ScheduleProgress> progress) => new(Run.Seconds, Previous: Known, Progress: progress);
}
