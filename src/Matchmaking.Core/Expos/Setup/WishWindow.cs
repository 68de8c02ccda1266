using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>
/// Is there while firms may answer and wish. Whatever they save writes into it in the same save, so that nothing gets through a window
/// that was shut or moved in that instant. Not an <see cref="Entity"/>: firms that save at the same time must not collide on it.
/// </summary>
public sealed class WishWindow
{
    private WishWindow() { }

    public ExpoId ExpoId { get; private init; }

    /// <summary>UTC, a concurrency token; null while the expo has no last day of wishes.</summary>
    public DateTime? ClosesAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    internal static WishWindow Of(ExpoId expo, DateTime? closesAt) => new() { ExpoId = expo, ClosesAt = closesAt };

    internal void Move(DateTime? closesAt) => ClosesAt = closesAt;

    internal void Use(DateTime now) => UsedAt = now;
}
