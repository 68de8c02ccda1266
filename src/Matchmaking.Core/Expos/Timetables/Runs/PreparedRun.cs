using Matchmaking.Core.Expos.Setup;

namespace Matchmaking.Core.Expos.Timetables.Runs;

/// <summary>A run as the engine takes it.</summary>
/// <param name="Held">Meetings that stay where they stand.</param>
/// <param name="Known">Meetings of which as few as possible are moved; null for none.</param>
/// <param name="Locked">Meetings that are locked in the draft that it begins from.</param>
internal sealed record PreparedRun(
    Guid Id,
    int Seconds,
    IReadOnlyList<WishedMeeting> Wished,
    ScheduleProblem Problem,
    IReadOnlyList<PlacedMeeting> Held,
    IReadOnlyList<PlacedMeeting>? Known,
    IReadOnlySet<Guid> Locked
)
{
    /// <param name="before">With its meetings; null for a run that begins from nothing.</param>
    public static PreparedRun Of(ScheduleRun run, Expo expo, IReadOnlyList<WishedMeeting> wished, ScheduleDraft? before)
    {
        var still = wished.Select(meeting => meeting.Id).ToHashSet();
        var standing = (before?.Meetings ?? [])
            .Where(meeting => meeting.Placement is not null && still.Contains(meeting.MeetingId))
            .ToList();
        var placed = standing.ConvertAll(meeting => meeting.Placement!.Placed);
        var locked = standing.Where(meeting => meeting.IsLocked).Select(meeting => meeting.MeetingId).ToHashSet();
        var held = run.Scope switch
        {
            RunScope.GapsOnly => placed,
            RunScope.Anew => [],
            _ => placed.FindAll(item => locked.Contains(EngineId.Read(item.Id))),
        };
        return new PreparedRun(
            run.Id,
            run.Seconds,
            wished,
            ExpoProblem.Of(expo, wished, held, run.PlacesAll),
            held,
            run.Scope switch
            {
                RunScope.Anew => null,
                RunScope.LeastChange => placed,
                _ => held,
            },
            locked
        );
    }

    /// <summary>The conflict of a solution by what people know: slots and firms.</summary>
    public IReadOnlyList<string> Conflict(ScheduleSolution solution)
    {
        var meetings = Problem.Meetings.ToDictionary(meeting => meeting.Id);
        return
        [
            .. (solution.Conflict ?? []).Select(rule =>
                rule.Kind == "meeting" ? $"{rule.Kind}:{meetings[rule.Id].A}:{meetings[rule.Id].B}" : $"{rule.Kind}:{rule.Id}"
            ),
        ];
    }

    public ScheduleOptions Options(IProgress<ScheduleProgress> progress) => new(Seconds, Previous: Known, Progress: progress);
}
