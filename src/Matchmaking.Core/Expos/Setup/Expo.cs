using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>A fair at which firms of both countries meet at tables, organised by one agency.</summary>
public sealed class Expo : Entity
{
    public const int SlotLimit = 200;
    public const int TableLimit = 300;
    public const int InterpreterLimit = 200;
    public const int FirmLimit = 2000;

    private readonly List<ExpoSlot> slots = [];
    private readonly List<ExpoTable> tables = [];
    private readonly List<ExpoInterpreter> interpreters = [];
    private readonly List<ExpoFirm> firms = [];

    private Expo() { }

    public ExpoId Id { get; private init; }

    public AgencyId AgencyId { get; private init; }

    public ExpoProfile Profile { get; private set; } = null!;

    public ExpoState State { get; private set; }

    /// <summary>Of the expo or any of its parts: whoever changes a part competes with all who change another.</summary>
    public DateTime ChangedAt { get; private set; }

    public IReadOnlyList<ExpoSlot> Slots => slots;

    public IReadOnlyList<ExpoTable> Tables => tables;

    public IReadOnlyList<ExpoInterpreter> Interpreters => interpreters;

    public IReadOnlyList<ExpoFirm> Firms => firms;

    /// <summary>Until firms have been told their meetings.</summary>
    public bool IsOpenForSetup => State < ExpoState.Preliminary;

    /// <param name="now">UTC.</param>
    public static Result<Expo> Plan(AgencyId agency, ExpoProfile profile, DateTime now)
    {
        profile = profile.Trimmed();
        var errors = profile.Check(now);
        return errors.Count > 0
            ? Result<Expo>.Failure(errors)
            : new Expo
            {
                Id = ExpoId.New(),
                AgencyId = agency,
                Profile = profile,
                ChangedAt = now,
            };
    }

    public Result Change(ExpoProfile profile, DateTime now)
    {
        profile = profile.Trimmed();
        var errors = profile.Check(now).ToList();
        var days = slots.Select(slot => DateOnly.FromDateTime(slot.Start + Profile.Hall.Offset())).ToList();
        if (days.Exists(day => day < profile.FirstDay || day > profile.LastDay) || (days.Count > 0 && profile.Hall != Profile.Hall))
        {
            errors.Add(ExpoErrors.SlotsOutside);
        }

        if (errors.Count == 0)
        {
            Profile = profile;
        }

        return Result.From(errors);
    }

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
        interpreters.ForEach(interpreter => interpreter.Forget(ids));
        firms.ForEach(firm => firm.Forget(ids));
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

    public void RemoveTables(IReadOnlySet<Guid> ids) => tables.RemoveAll(table => ids.Contains(table.Id));

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

    public void RemoveInterpreters(IReadOnlySet<Guid> ids) => interpreters.RemoveAll(interpreter => ids.Contains(interpreter.Id));

    public Result Invite(IReadOnlyCollection<CompanyId> companies, DateTime now)
    {
        var invited = firms.Select(firm => firm.CompanyId).ToHashSet();
        var added = companies.Distinct().Where(company => !invited.Contains(company)).ToList();
        if (added.Count == 0)
        {
            return ExpoErrors.NobodyChosen;
        }

        if (firms.Count + added.Count > FirmLimit)
        {
            return ExpoErrors.TooManyFirms;
        }

        firms.AddRange(added.Select(company => ExpoFirm.Of(Id, company, now)));
        return Result.Success;
    }

    /// <summary>Firms answer and wish from now on, also once more after the closing.</summary>
    public Result Open()
    {
        if (State is not (ExpoState.Planned or ExpoState.Closed))
        {
            return Error.Stale;
        }

        if (slots.Count == 0 || tables.Count == 0)
        {
            return ExpoErrors.NotReady;
        }

        State = ExpoState.CollectingPreferences;
        return Result.Success;
    }

    public Result Close()
    {
        if (State != ExpoState.CollectingPreferences)
        {
            return Error.Stale;
        }

        State = ExpoState.Closed;
        return Result.Success;
    }

    /// <summary>With the first draft of its schedule.</summary>
    internal void BeginDrafts()
    {
        if (State == ExpoState.Closed)
        {
            State = ExpoState.DraftSchedule;
        }
    }

    internal void Touch(DateTime now) => ChangedAt = now;
}
