namespace Matchmaking.Core.Identity.Keys;

/// <summary>A key that signs identity tokens.</summary>
public sealed class SigningKey
{
    /// <summary>Counted from 1 and unique: of nodes that make the next key at the same moment, one succeeds.</summary>
    public required int Number { get; init; }

    /// <summary>Until then it is only published, so that whoever checks tokens knows it in time.</summary>
    public required DateTime SignsFrom { get; init; }

    /// <summary>The private key as PKCS#8 in PEM, protected by data protection.</summary>
    public required string Sealed { get; init; }
}
