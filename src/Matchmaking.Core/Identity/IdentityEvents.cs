using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Identity;

public static class IdentityEvents
{
    /// <summary>Somebody registered, or asked for the confirmation mail again.</summary>
    public const string ConfirmationAsked = "confirmation-asked";

    public static OutboxEvent OfConfirmation(Guid userId) => new(ConfirmationAsked, userId.ToString("N"));
}
