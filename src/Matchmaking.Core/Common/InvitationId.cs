namespace Matchmaking.Core.Common;

public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    public static InvitationId New() => new(Guid.CreateVersion7());

    public static InvitationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out InvitationId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
