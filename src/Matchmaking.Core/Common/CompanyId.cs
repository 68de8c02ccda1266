namespace Matchmaking.Core.Common;

public readonly record struct CompanyId(Guid Value) : ITypedId<CompanyId>
{
    public static CompanyId New() => new(Guid.CreateVersion7());

    public static CompanyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CompanyId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
