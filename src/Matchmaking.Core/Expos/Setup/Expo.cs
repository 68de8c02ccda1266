using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>A fair at which firms of both countries meet at tables, organised by one agency.</summary>
public sealed partial class Expo : Entity
{
    public const int SlotLimit = 200;
    public const int TableLimit = 300;
    public const int InterpreterLimit = 200;
    public const int FirmLimit = 2000;

    private readonly List<ExpoSlot> slots = [];
    private readonly List<ExpoTable> tables = [];
    private readonly List<ExpoInterpreter> interpreters = [];
    private readonly List<ExpoFirm> firms = [];
    private readonly List<ExpoGroup> groups = [];

    private Expo() { }

    public ExpoId Id { get; private init; }

    public AgencyId AgencyId { get; private init; }

    public ExpoProfile Profile { get; private set; } = null!;

    public ExpoState State { get; private set; }

    /// <summary>Null unless firms may answer and wish.</summary>
    public WishWindow? Window { get; private set; }

    /// <summary>Of the expo or any of its parts: whoever changes a part competes with all who change another.</summary>
    public DateTime ChangedAt { get; private set; }

    public IReadOnlyList<ExpoSlot> Slots => slots;

    public IReadOnlyList<ExpoTable> Tables => tables;

    public IReadOnlyList<ExpoInterpreter> Interpreters => interpreters;

    public IReadOnlyList<ExpoFirm> Firms => firms;

    public IReadOnlyList<ExpoGroup> Groups => groups;

    /// <summary>Until firms have been told their meetings.</summary>
    public bool IsOpenForSetup => State < ExpoState.Preliminary;

    /// <summary>Until firms have begun to wish: what a wish or silence means does not change afterwards.</summary>
    public bool MayChangeRequests => State == ExpoState.Planned;

    /// <summary>Until there is a draft.</summary>
    public bool MayChangeScheduling => State <= ExpoState.Closed;

    /// <param name="now">UTC.</param>
    public static Result<Expo> Plan(AgencyId agency, ExpoProfile profile, DateTime now)
    {
        profile = profile.Trimmed();
        var errors = profile.Check(now);
        if (errors.Count > 0)
        {
            return Result<Expo>.Failure(errors);
        }

        var expo = new Expo
        {
            Id = ExpoId.New(),
            AgencyId = agency,
            Profile = profile,
            ChangedAt = now,
        };
        expo.groups.AddRange(Enum.GetValues<Country>().Select(country => ExpoGroup.Of(expo.Id, country, string.Empty)));
        expo.SetMeetings(new HashSet<(Guid, Guid)> { (expo.groups[0].Id, expo.groups[1].Id) });
        return expo;
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

        if (!MayChangeRequests && profile.Requests != Profile.Requests)
        {
            errors.Add(ExpoErrors.RequestsSettled);
        }

        if (!MayChangeScheduling && profile.Scheduling != Profile.Scheduling)
        {
            errors.Add(ExpoErrors.SchedulingSettled);
        }

        if (errors.Count == 0)
        {
            Profile = profile;
            Window?.Move(profile.WishesCloseAt);
        }

        return Result.From(errors);
    }

    /// <summary>Firms answer and wish from now on, also once more after the closing.</summary>
    /// <param name="until">The last day of it, or null to leave that as it is.</param>
    /// <param name="now">UTC.</param>
    public Result Open(DateOnly? until, DateTime now)
    {
        if (State is not (ExpoState.Planned or ExpoState.Closed))
        {
            return Error.Stale;
        }

        if (slots.Count == 0 || tables.Count == 0)
        {
            return ExpoErrors.NotReady;
        }

        if (until is not null && Change(Profile with { PreferencesUntil = until }, now) is { Succeeded: false } refused)
        {
            return refused;
        }

        if (Profile.WishesCloseAt <= now)
        {
            return ExpoErrors.PreferencesOver;
        }

        State = ExpoState.CollectingPreferences;
        Window = WishWindow.Of(Id, Profile.WishesCloseAt);
        return Result.Success;
    }

    public Result Close()
    {
        if (State != ExpoState.CollectingPreferences)
        {
            return Error.Stale;
        }

        Shut();
        return Result.Success;
    }

    /// <summary>What time alone does. Every reading and every change of an expo begins with it.</summary>
    /// <param name="now">UTC.</param>
    public void Settle(DateTime now)
    {
        if (State.At(Profile, now) != State)
        {
            Shut();
        }
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

    private void Shut() => (State, Window) = (ExpoState.Closed, null);
}
