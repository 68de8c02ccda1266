using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

public enum ExpoFirmState
{
    Invited,
    Attending,
    Declined,
}

/// <summary>A firm of the platform at an expo; who it is stays in its profile.</summary>
public sealed class ExpoFirm : Entity, IMayBeAbsent
{
    private ExpoFirm() { }

    public Guid Id { get; private init; }

    public ExpoId ExpoId { get; private init; }

    public CompanyId CompanyId { get; private init; }

    public ExpoFirmState State { get; private set; }

    /// <summary>When it was told that it can answer; null while wishes have not been open.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>The revision of the preliminary plan that it was asked about last; null while it was asked about none.</summary>
    public string? AskedPlan { get; private set; }

    /// <summary>When it was last reminded to say what came of its meetings; null for never.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>Null for the group of its country.</summary>
    public Guid? GroupId { get; private set; }

    /// <summary>Null for the number that holds for all firms.</summary>
    public int? MinMeetings { get; private set; }

    /// <summary>Null for the number that holds for all firms.</summary>
    public int? MaxMeetings { get; private set; }

    /// <summary>A table of its own, at which all its meetings take place, or null.</summary>
    public Guid? TableId { get; private set; }

    public DateTime InvitedAt { get; private init; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Somebody has to interpret for it when it meets a firm of the other country.</summary>
    public bool NeedsInterpreter { get; private set; }

    /// <summary>Ids of the slots in which nobody of it is there.</summary>
    public IReadOnlyList<Guid> Absent { get; private set; } = [];

    /// <summary>Once a day at most.</summary>
    public bool MayBeReminded(DateTime now) => !(now - RemindedAt < TimeSpan.FromDays(1));

    /// <summary>As in <see cref="SecretCode"/>: whoever organises the expo finds the firm by it when it arrives.</summary>
    public string CheckInCode { get; private init; } = string.Empty;

    internal static ExpoFirm Of(ExpoId expo, CompanyId company, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ExpoId = expo,
            CompanyId = company,
            InvitedAt = now,
            NeedsInterpreter = true,
            CheckInCode = SecretCode.New(),
        };

    internal static ExpoFirm OfWalkIn(ExpoId expo, CompanyId company, DateTime now)
    {
        var firm = Of(expo, company, now);
        firm.Tell(now);
        firm.Answer(attends: true, needsInterpreter: true, absent: [], now);
        return firm;
    }

    internal void Tell(DateTime now) => ToldAt = now;

    internal void Ask(string plan) => AskedPlan = plan;

    internal void Remind(DateTime now) => RemindedAt = now;

    internal void Set(FirmSettings settings) => (MinMeetings, MaxMeetings, TableId) = (settings.Min, settings.Max, settings.Table);

    internal void PutInto(Guid? group) => GroupId = group;

    internal void LeaveGroup(IReadOnlySet<Guid> groups) => GroupId = GroupId is { } group && groups.Contains(group) ? null : GroupId;

    internal void LeaveTable(IReadOnlySet<Guid> tables) => TableId = TableId is { } table && tables.Contains(table) ? null : TableId;

    internal void Answer(bool attends, bool needsInterpreter, IReadOnlyList<Guid> absent, DateTime now)
    {
        State = attends ? ExpoFirmState.Attending : ExpoFirmState.Declined;
        NeedsInterpreter = needsInterpreter;
        Absent = attends ? absent : [];
        AnsweredAt = now;
    }

    void IMayBeAbsent.SetAbsent(IReadOnlyList<Guid> absent) => Absent = absent;
}

/// <param name="Min">Meetings at least; null as for all firms.</param>
/// <param name="Max">Meetings at most; null as for all firms.</param>
/// <param name="Table">The id of a table of its own, or null.</param>
public sealed record FirmSettings(int? Min, int? Max, Guid? Table);
