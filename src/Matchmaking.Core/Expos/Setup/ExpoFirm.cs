using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

public enum ExpoFirmState
{
    Invited,
    Attending,
    Declined,
}

/// <summary>A firm of the platform at an expo; who it is stays in its profile.</summary>
public sealed class ExpoFirm : Entity
{
    private ExpoFirm() { }

    public Guid Id { get; private init; }

    public ExpoId ExpoId { get; private init; }

    public CompanyId CompanyId { get; private init; }

    public ExpoFirmState State { get; private set; }

    public DateTime InvitedAt { get; private init; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Somebody has to interpret for it when it meets a firm of the other country.</summary>
    public bool NeedsInterpreter { get; private set; }

    /// <summary>Ids of the slots in which nobody of it is there.</summary>
    public IReadOnlyList<Guid> Absent { get; private set; } = [];

    internal static ExpoFirm Of(ExpoId expo, CompanyId company, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ExpoId = expo,
            CompanyId = company,
            InvitedAt = now,
            NeedsInterpreter = true,
        };

    internal void Answer(bool attends, bool needsInterpreter, IReadOnlyList<Guid> absent, DateTime now)
    {
        State = attends ? ExpoFirmState.Attending : ExpoFirmState.Declined;
        NeedsInterpreter = needsInterpreter;
        Absent = attends ? absent : [];
        AnsweredAt = now;
    }

    internal void Forget(IReadOnlySet<Guid> slots)
    {
        if (Absent.Any(slots.Contains))
        {
            Absent = [.. Absent.Where(slot => !slots.Contains(slot))];
        }
    }
}
