namespace Matchmaking.Core.Common;

/// <summary>Anything with an identity and a life. <see cref="Version"/> rises with every saved change.</summary>
public abstract class Entity
{
    /// <summary>Concurrency token, raised by the context in <c>SaveChanges</c>; SQLite has no row version of its own.</summary>
    public long Version { get; internal set; }
}
