using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Identity;

/// <summary>The payload is the person's id; an empty id stands for an unknown address, so that both take the same way.</summary>
public static class IdentityEvents
{
    /// <summary>Somebody registered, or asked for the confirmation mail again.</summary>
    public const string ConfirmationAsked = "confirmation-asked";

    /// <summary>Somebody tried to register with the address of an account that is in use.</summary>
    public const string RegisteredAgain = "registered-again";

    public const string PasswordForgotten = "password-forgotten";

    public const string PasswordChanged = "password-changed";

    public const string PasskeyAdded = "passkey-added";

    /// <summary>The person has signed out everywhere else.</summary>
    public const string SessionsEnded = "sessions-ended";

    public static OutboxEvent Of(string kind, Guid userId) => new(kind, userId.ToString("N"));
}
