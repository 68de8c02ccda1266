namespace Matchmaking.Core.Common;

public readonly record struct SavedSearchId(Guid Value) : ITypedId<SavedSearchId>
{
    public static SavedSearchId New() => new(Guid.CreateVersion7());

    public static SavedSearchId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out SavedSearchId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
