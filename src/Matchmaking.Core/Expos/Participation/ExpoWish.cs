using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Participation;

public enum WishKind
{
    Must,
    Meet,

    /// <summary>Final for the pair, and never told to the other side.</summary>
    NoThanks,
}

/// <summary>What one firm wishes of another at an expo. A meeting takes two that wish it, or one where that is enough.</summary>
public sealed class ExpoWish : Entity
{
    private ExpoWish() { }

    public ExpoId ExpoId { get; private init; }

    public CompanyId From { get; private init; }

    public CompanyId To { get; private init; }

    public WishKind Kind { get; private set; }

    public Guid ChangedBy { get; private set; }

    public DateTime ChangedAt { get; private set; }

    internal static ExpoWish Of(ExpoId expo, CompanyId from, CompanyId to) =>
        new()
        {
            ExpoId = expo,
            From = from,
            To = to,
        };

    internal void Change(WishKind kind, Guid author, DateTime now) => (Kind, ChangedBy, ChangedAt) = (kind, author, now);
}
