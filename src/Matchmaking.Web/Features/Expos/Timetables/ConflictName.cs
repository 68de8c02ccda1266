using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Core.Expos.Timetables.Runs;
using Matchmaking.Web.Localization;

namespace Matchmaking.Web.Features.Expos.Timetables;

/// <summary>What cannot hold together, by the names of firms and the times of slots.</summary>
internal static class ConflictName
{
    public static IEnumerable<(string Kind, string Name)> Of(ScheduleRun run, ScheduleOverview view) =>
        run
            .Conflict.Select(rule => rule.Split(':'))
            .Select(parts => (parts[0], string.Join(" – ", parts.Skip(1).Select(id => Name(Guid.ParseExact(id, "N"), view)))));

    /// <summary>A slot or a firm that has left the expo since has no name any more.</summary>
    private static string Name(Guid id, ScheduleOverview view) =>
        view.Expo.Slots.FirstOrDefault(slot => slot.Id == id) is { } slot ? MeetingTime.Format(slot.Start, ReaderLanguage.Current)
        : view.Firms.TryGetValue(new CompanyId(id), out var names) ? names.For(ReaderLanguage.Current)
        : "–";
}
