using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Programme;

public enum PlanChangeKind
{
    Added,
    Moved,
    Cancelled,
}

/// <summary>A meeting that no longer stands as it stood.</summary>
/// <param name="Before">Null for one that is new.</param>
/// <param name="After">Null for one that is cancelled.</param>
public sealed record PlanChange(PlannedMeeting? Before, PlannedMeeting? After)
{
    public PlanChangeKind Kind =>
        Before is null ? PlanChangeKind.Added
        : After is null ? PlanChangeKind.Cancelled
        : PlanChangeKind.Moved;

    /// <summary>As it stands, or stood last.</summary>
    public PlannedMeeting Meeting => After ?? Before!;

    /// <summary>In time order.</summary>
    internal static IReadOnlyList<PlanChange> Between(IReadOnlyList<PlannedMeeting> before, IReadOnlyList<PlannedMeeting> after)
    {
        var (old, present) = (before.ToDictionary(meeting => meeting.Id), after.ToDictionary(meeting => meeting.Id));
        return
        [
            .. old
                .Keys.Union(present.Keys)
                .Select(id => new PlanChange(old.GetValueOrDefault(id), present.GetValueOrDefault(id)))
                .Where(change => change.Before != change.After)
                .OrderBy(change => change.Meeting.Start)
                .ThenBy(change => change.Meeting.Id),
        ];
    }
}

public static class PlanChanges
{
    /// <summary>Whose programme is another now.</summary>
    public static IReadOnlySet<CompanyId> Firms(this IEnumerable<PlanChange> changes) =>
        changes.SelectMany(change => new[] { change.Meeting.A, change.Meeting.B }).ToHashSet();

    /// <summary>Those of a firm with all that hangs together with them, so that nobody is told a part of what has become of their own.</summary>
    public static IReadOnlyList<PlanChange> Around(this IReadOnlyList<PlanChange> changes, CompanyId firm)
    {
        IReadOnlySet<CompanyId> firms = new HashSet<CompanyId> { firm };
        while (true)
        {
            var around = changes.Where(change => firms.Any(change.Meeting.IsOf)).ToList();
            var further = around.Firms();
            if (firms.IsSupersetOf(further))
            {
                return around;
            }

            firms = further;
        }
    }
}
