namespace Matchmaking.Core.Common;

public enum ErrorKind
{
    /// <summary>What was sent breaks a rule; the sender can correct it.</summary>
    Invalid,

    /// <summary>Missing, or hidden from this actor: the two are never told apart.</summary>
    NotFound,

    /// <summary>Somebody else was faster.</summary>
    Conflict,

    /// <summary>A server that it takes is away; the same will do later.</summary>
    Unavailable,
}

/// <summary>An expected failure. <paramref name="Code"/> is translated at the edge (`error.` + code in the text resource).</summary>
/// <param name="Code">Feature and reason, as in <c>listing.already-submitted</c>.</param>
/// <param name="Field">Name of the form field it belongs to, or null for the whole.</param>
/// <param name="Arguments">Values for the placeholders of the translated sentence.</param>
public sealed record Error(string Code, ErrorKind Kind = ErrorKind.Invalid, string? Field = null, params object[] Arguments)
{
    public static readonly Error NotFound = new("not-found", ErrorKind.NotFound);

    public static readonly Error Stale = new("stale", ErrorKind.Conflict);

    /// <summary>A stale edit whose winner is known: who, and when in UTC.</summary>
    public static Error ChangedBy(string name, DateTime at) => new("changed-by", ErrorKind.Conflict, null, name, at);
}
