namespace Matchmaking.Core.Common;

public readonly record struct TermEntryId(Guid Value) : ITypedId<TermEntryId>
{
    public static TermEntryId New() => new(Guid.CreateVersion7());

    public static TermEntryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out TermEntryId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
