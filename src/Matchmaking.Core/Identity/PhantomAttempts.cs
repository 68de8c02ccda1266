namespace Matchmaking.Core.Identity;

/// <summary>Failed sign-ins with an address that has no account.</summary>
public sealed class PhantomAttempts
{
    /// <summary>SHA-256 of the normalised address in hexadecimal: whoever mistypes an address leaves no address behind.</summary>
    public required string Address { get; init; }

    public int Count { get; set; }

    public DateTime LastAt { get; set; }

    public DateTime? LockedUntil { get; set; }
}
