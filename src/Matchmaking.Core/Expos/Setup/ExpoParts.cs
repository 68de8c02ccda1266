using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>What a meeting needs and what may drop out.</summary>
internal interface IMayBeAbsent
{
    /// <summary>Ids of slots.</summary>
    IReadOnlyList<Guid> Absent { get; }

    void SetAbsent(IReadOnlyList<Guid> absent);
}

/// <summary>A time in which one meeting fits at each table.</summary>
public sealed class ExpoSlot : Entity
{
    public Guid Id { get; private init; }

    public ExpoId ExpoId { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime Start { get; private init; }

    public int Minutes { get; private set; }

    public DateTime End => Start.AddMinutes(Minutes);

    internal void Shorten(int minutes) => Minutes = minutes;

    internal static ExpoSlot Of(ExpoId expo, DateTime start, int minutes) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ExpoId = expo,
            Start = start,
            Minutes = minutes,
        };
}

public sealed class ExpoTable : Entity, IMayBeAbsent
{
    public const int NameLimit = 24;

    public Guid Id { get; private init; }

    public ExpoId ExpoId { get; private init; }

    /// <summary>As it stands on the card: <c>A12</c>.</summary>
    public string Name { get; private init; } = string.Empty;

    /// <summary>Its place among the tables, so that A2 stands before A10.</summary>
    public int Position { get; private init; }

    /// <summary>Ids of the slots in which nobody can meet at it.</summary>
    public IReadOnlyList<Guid> Absent { get; private set; } = [];

    void IMayBeAbsent.SetAbsent(IReadOnlyList<Guid> absent) => Absent = absent;

    internal static ExpoTable Of(ExpoId expo, string name, int position) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ExpoId = expo,
            Name = name,
            Position = position,
        };
}

public sealed class ExpoInterpreter : Entity, IMayBeAbsent
{
    public const int NameLimit = 80;

    /// <summary>A pair has no direction.</summary>
    public static readonly IReadOnlyList<string> AllPairs = ["zh-ko", "zh-en", "ko-en"];

    public Guid Id { get; private init; }

    public ExpoId ExpoId { get; private init; }

    public string Name { get; private set; } = string.Empty;

    /// <summary>Some of <see cref="AllPairs"/>.</summary>
    public IReadOnlyList<string> Pairs { get; private set; } = [];

    /// <summary>Ids of the slots in which they are not there.</summary>
    public IReadOnlyList<Guid> Absent { get; private set; } = [];

    /// <summary>As in <see cref="SecretCode"/>: whoever has it reads the meetings at which they interpret.</summary>
    public string ListCode { get; private set; } = string.Empty;

    internal static ExpoInterpreter Of(ExpoId expo, string name, IReadOnlyList<string> pairs) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ExpoId = expo,
            Name = name,
            Pairs = pairs,
            ListCode = SecretCode.New(),
        };

    internal void RenewCode() => ListCode = SecretCode.New();

    internal void Change(string name, IReadOnlyList<string> pairs, IReadOnlyList<Guid> absent) =>
        (Name, Pairs, Absent) = (name, pairs, absent);

    void IMayBeAbsent.SetAbsent(IReadOnlyList<Guid> absent) => Absent = absent;
}
