namespace Matchmaking.Core.Common;

public readonly record struct ExpoId(Guid Value) : ITypedId<ExpoId>
{
    public static ExpoId New() => new(Guid.CreateVersion7());

    public static ExpoId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ExpoId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
