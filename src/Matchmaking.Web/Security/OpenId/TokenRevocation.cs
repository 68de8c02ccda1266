using Matchmaking.Core.Outbox;
using OpenIddict.Abstractions;

namespace Matchmaking.Web.Security.OpenId;

/// <summary>A new password, or signing out everywhere else, ends what other systems were given in the person's name.</summary>
internal sealed class TokenRevocation(IOpenIddictAuthorizationManager consents, IOpenIddictTokenManager tokens) : OneMessageHandler
{
    public const string Name = "openid-revocation";

    protected override async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var subject = Guid.Parse(message.Payload).ToString();
        await consents.RevokeBySubjectAsync(subject, cancellationToken);
        await tokens.RevokeBySubjectAsync(subject, cancellationToken);
    }
}
