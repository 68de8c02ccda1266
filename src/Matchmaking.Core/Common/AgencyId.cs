namespace Matchmaking.Core.Common;

public readonly record struct AgencyId(Guid Value) : ITypedId<AgencyId>
{
    public static AgencyId New() => new(Guid.CreateVersion7());

    public static AgencyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AgencyId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
