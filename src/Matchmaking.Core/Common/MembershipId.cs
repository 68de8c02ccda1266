namespace Matchmaking.Core.Common;

public readonly record struct MembershipId(Guid Value) : ITypedId<MembershipId>
{
    public static MembershipId New() => new(Guid.CreateVersion7());

    public static MembershipId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out MembershipId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
