namespace Matchmaking.Core.Common;

public readonly record struct ReviewId(Guid Value) : ITypedId<ReviewId>
{
    public static ReviewId New() => new(Guid.CreateVersion7());

    public static ReviewId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ReviewId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
