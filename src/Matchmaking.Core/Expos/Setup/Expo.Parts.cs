using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

public sealed partial class Expo
{
    /// <summary>The same slots on each of the days.</summary>
    public Result AddSlots(SlotPlan plan, IReadOnlyList<DateOnly> days)
    {
        var errors = plan.Check();
        if (errors.Count > 0)
        {
            return Result.Failure(errors);
        }

        var chosen = Profile.Days.Intersect(days).ToList();
        if (chosen.Count == 0)
        {
            return ExpoErrors.NoDay;
        }

        var added = chosen
            .SelectMany(day => plan.Starts().Select(start => day.ToDateTime(start, DateTimeKind.Utc) - Profile.Hall.Offset()))
            .Select(start => ExpoSlot.Of(Id, start, plan.Minutes))
            .ToList();
        if (slots.Count + added.Count > SlotLimit)
        {
            return ExpoErrors.TooManySlots;
        }

        if (added.Exists(slot => slots.Exists(other => slot.Start < other.End && other.Start < slot.End)))
        {
            return ExpoErrors.SlotsOverlap;
        }

        slots.AddRange(added);
        return Result.Success;
    }

    /// <summary>Absences in these slots go with them.</summary>
    public void RemoveSlots(IReadOnlySet<Guid> ids)
    {
        slots.RemoveAll(slot => ids.Contains(slot.Id));
        foreach (var item in firms.Concat<IMayBeAbsent>(tables).Concat(interpreters))
        {
            item.SetAbsent([.. item.Absent.Where(slot => !ids.Contains(slot))]);
        }
    }

    /// <summary>They begin as before and end earlier.</summary>
    public Result ShortenSlots(IReadOnlySet<Guid> ids, int minutes, DateTime now)
    {
        var chosen = slots.FindAll(slot => ids.Contains(slot.Id));
        if (chosen.Count == 0 || minutes < SlotPlan.ShortestMinutes || chosen.Exists(slot => slot.Minutes <= minutes))
        {
            return ExpoErrors.NotShorter;
        }

        if (chosen.Exists(slot => slot.Start <= now))
        {
            return ExpoErrors.SlotBegun;
        }

        chosen.ForEach(slot => slot.Shorten(minutes));
        return Result.Success;
    }

    /// <summary>Tables named by the prefix and the numbers from the first one on.</summary>
    public Result AddTables(string prefix, int first, int count)
    {
        if (count < 1 || tables.Count + count > TableLimit)
        {
            return ExpoErrors.TooManyTables;
        }

        var names = Enumerable.Range(first, count).Select(number => $"{prefix.Trim()}{number}").ToList();
        if (names.Find(name => tables.Exists(table => table.Name == name)) is { } taken)
        {
            return ExpoErrors.TableTaken(taken);
        }

        var position = tables.Select(table => table.Position).DefaultIfEmpty().Max();
        tables.AddRange(names.Select((name, index) => ExpoTable.Of(Id, name, position + index + 1)));
        return Result.Success;
    }

    /// <summary>Firms that had one of them for themselves share tables from then on.</summary>
    public void RemoveTables(IReadOnlySet<Guid> ids)
    {
        tables.RemoveAll(table => ids.Contains(table.Id));
        firms.ForEach(firm => firm.LeaveTable(ids));
    }

    /// <param name="id">Null for a new one.</param>
    public Result SaveInterpreter(Guid? id, string name, IReadOnlyCollection<string> pairs, IReadOnlyCollection<Guid> absent)
    {
        var interpreter = interpreters.Find(item => item.Id == id);
        if (id is not null && interpreter is null)
        {
            return Error.NotFound;
        }

        name = name.Trim();
        IReadOnlyList<string> known = [.. ExpoInterpreter.AllPairs.Where(pairs.Contains)];
        if (name.Length == 0)
        {
            return ExpoErrors.InterpreterNameMissing;
        }

        if (known.Count == 0)
        {
            return ExpoErrors.NoPair;
        }

        if (interpreter is null)
        {
            if (interpreters.Count >= InterpreterLimit)
            {
                return ExpoErrors.TooManyInterpreters;
            }

            interpreter = ExpoInterpreter.Of(Id, name, known);
            interpreters.Add(interpreter);
        }

        interpreter.Change(name, known, [.. slots.Select(slot => slot.Id).Where(absent.Contains)]);
        return Result.Success;
    }

    /// <summary>The address of their list that was given out before leads nowhere from then on.</summary>
    public Result RenewListCode(Guid id)
    {
        if (interpreters.Find(item => item.Id == id) is not { } interpreter)
        {
            return Error.NotFound;
        }

        interpreter.RenewCode();
        return Result.Success;
    }

    public void RemoveInterpreters(IReadOnlySet<Guid> ids) => interpreters.RemoveAll(interpreter => ids.Contains(interpreter.Id));
}
