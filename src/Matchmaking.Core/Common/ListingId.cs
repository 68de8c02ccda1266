namespace Matchmaking.Core.Common;

public readonly record struct ListingId(Guid Value) : ITypedId<ListingId>
{
    public static ListingId New() => new(Guid.CreateVersion7());

    public static ListingId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ListingId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
