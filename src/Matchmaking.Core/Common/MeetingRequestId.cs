namespace Matchmaking.Core.Common;

public readonly record struct MeetingRequestId(Guid Value) : ITypedId<MeetingRequestId>
{
    public static MeetingRequestId New() => new(Guid.CreateVersion7());

    public static MeetingRequestId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out MeetingRequestId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString("N");
}
