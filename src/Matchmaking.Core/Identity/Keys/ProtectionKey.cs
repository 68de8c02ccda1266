namespace Matchmaking.Core.Identity.Keys;

/// <summary>An element of the key ring of data protection, which all nodes share: a key, or the revocation of one.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    /// <summary>Encrypted where a certificate is configured.</summary>
    public required string Xml { get; init; }
}
