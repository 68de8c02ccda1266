using System.Globalization;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Timetables;

namespace Matchmaking.Core.Expos.Setup;

public sealed class AddSlots(ChangeExpo change)
{
    public Task<Result> ExecuteAsync(
        ExpoId id,
        SlotPlan plan,
        IReadOnlyList<DateOnly> days,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoSlotsAdded,
            (expo, _) => expo.AddSlots(plan, days),
            expo => string.Join(", ", expo.Profile.Days.Intersect(days).Select(day => day.ToString("O", CultureInfo.InvariantCulture))),
            cancellationToken
        );
}

/// <summary>Makes slots shorter; what was agreed for the longer time stands nowhere from then on.</summary>
public sealed class ShortenSlots(ChangeExpo change, UnplaceMeetings unplace)
{
    public async Task<Result> ExecuteAsync(ExpoId id, IReadOnlySet<Guid> ids, int minutes, Actor actor, CancellationToken cancellationToken)
    {
        var drafts = await unplace.FindAsync(id, ids, cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoSlotsShortened,
            ExpoState.Finished,
            (expo, now) =>
            {
                var shortened = expo.ShortenSlots(ids, minutes, now);
                foreach (var draft in shortened.Succeeded ? drafts : [])
                {
                    draft.Forget(expo, ids, now);
                }

                return shortened;
            },
            expo => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", expo.StartsOf(ids))}: {minutes} min"),
            cancellationToken
        );
    }
}

public sealed class AddTables(ChangeExpo change)
{
    public Task<Result> ExecuteAsync(ExpoId id, string prefix, int first, int count, Actor actor, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoTablesAdded,
            (expo, _) => expo.AddTables(prefix, first, count),
            _ => $"{prefix.Trim()}{first} – {prefix.Trim()}{first + count - 1}",
            cancellationToken
        );
}

/// <summary>Somebody new, or what has become known about somebody.</summary>
public sealed class SaveInterpreter(ChangeExpo change)
{
    /// <param name="interpreter">Null for a new one.</param>
    public Task<Result> ExecuteAsync(
        ExpoId id,
        Guid? interpreter,
        InterpreterInput input,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        change.ExecuteAsync(
            id,
            actor,
            interpreter is null ? AuditActions.ExpoInterpreterAdded : AuditActions.ExpoInterpreterChanged,
            (expo, _) => expo.SaveInterpreter(interpreter, input.Name, input.Pairs, input.Absent),
            _ => input.Name.Trim(),
            cancellationToken
        );
}

/// <param name="Pairs">Some of <see cref="ExpoInterpreter.AllPairs"/>.</param>
/// <param name="Absent">Ids of slots.</param>
public sealed record InterpreterInput(string Name, IReadOnlyCollection<string> Pairs, IReadOnlyCollection<Guid> Absent);

public enum ExpoPart
{
    Slots,
    Tables,
    Interpreters,
    Groups,
    Firms,
}

/// <summary>Takes slots, tables, interpreters or groups out, and what depends on them with them. Firms have wishes as well, and a use case of their own.</summary>
public sealed class RemoveParts(ChangeExpo change, UnplaceMeetings unplace)
{
    public async Task<Result> ExecuteAsync(
        ExpoId id,
        ExpoPart part,
        IReadOnlySet<Guid> ids,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var drafts = await unplace.FindAsync(id, ids, cancellationToken);
        return await change.ExecuteAsync(
            id,
            actor,
            AuditActions.ExpoPartsRemoved,
            part == ExpoPart.Groups ? ExpoState.Preliminary : ExpoState.Finished,
            (expo, now) =>
            {
                if (drafts.HaveUsed(expo, ids, now))
                {
                    return ExpoErrors.HasBeenUsed;
                }

                switch (part)
                {
                    case ExpoPart.Slots:
                        expo.RemoveSlots(ids);
                        break;
                    case ExpoPart.Tables:
                        expo.RemoveTables(ids);
                        break;
                    case ExpoPart.Interpreters:
                        expo.RemoveInterpreters(ids);
                        break;
                    case ExpoPart.Groups:
                        expo.RemoveGroups(ids);
                        break;
                    default:
                        return Error.NotFound;
                }

                foreach (var draft in drafts)
                {
                    draft.Forget(expo, ids, now);
                }

                return Result.Success;
            },
            expo => string.Join(", ", Names(expo, part, ids)),
            cancellationToken
        );
    }

    private static IEnumerable<string> Names(Expo expo, ExpoPart part, IReadOnlySet<Guid> ids) =>
        part switch
        {
            ExpoPart.Slots => expo.StartsOf(ids),
            ExpoPart.Tables => expo
                .Tables.Where(table => ids.Contains(table.Id))
                .OrderBy(table => table.Position)
                .Select(table => table.Name),
            ExpoPart.Groups => expo.Groups.Where(group => ids.Contains(group.Id)).Select(group => group.Name),
            _ => expo.Interpreters.Where(interpreter => ids.Contains(interpreter.Id)).Select(interpreter => interpreter.Name),
        };
}

file static class SlotNames
{
    /// <summary>When slots begin, for the trail.</summary>
    public static IEnumerable<string> StartsOf(this Expo expo, IReadOnlySet<Guid> ids) =>
        expo
            .Slots.Where(slot => ids.Contains(slot.Id))
            .Select(slot => slot.Start)
            .Order()
            .Select(start => start.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture));
}
