using System.Security.Claims;
using Matchmaking.Core.Common;
using Matchmaking.Core.Identity;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Matchmaking.Web.Security.OpenId;

/// <summary>What stands in tokens, and in which of them.</summary>
internal static class OpenIdPrincipal
{
    /// <summary>For which firm or agency the bearer acts, and in whose name.</summary>
    public const string Membership = "membership";

    /// <summary>Kept in codes and refresh tokens only: a new password or "sign out everywhere else" ends them.</summary>
    public const string SecurityStamp = "security_stamp";

    public static ClaimsPrincipal Of(AppUser user, MembershipId? membership, IEnumerable<string> scopes) =>
        Of(user.Id.ToString(), membership, scopes).Refreshed(user);

    public static ClaimsPrincipal Of(string subject, MembershipId? membership, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject).SetClaim(Membership, membership?.ToString());
        identity.SetScopes(scopes);
        identity.SetDestinations(DestinationsOf);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The same with the person's present name and address.</summary>
    public static ClaimsPrincipal Refreshed(this ClaimsPrincipal principal, AppUser user)
    {
        principal
            .SetClaim(Claims.Name, user.DisplayName)
            .SetClaim(Claims.Email, user.Email)
            .SetClaim(SecurityStamp, user.SecurityStamp)
            .SetDestinations(DestinationsOf);
        return principal;
    }

    /// <summary>The same with when the person signed in.</summary>
    public static ClaimsPrincipal Proven(this ClaimsPrincipal principal, DateTimeOffset? at)
    {
        if (at is { } time)
        {
            principal.SetClaim(Claims.AuthenticationTime, time.ToUnixTimeSeconds()).SetDestinations(DestinationsOf);
        }

        return principal;
    }

    private static IEnumerable<string> DestinationsOf(Claim claim) =>
        claim.Type switch
        {
            Claims.Subject => [Destinations.AccessToken, Destinations.IdentityToken],
            Membership => [Destinations.AccessToken],
            Claims.AuthenticationTime => [Destinations.IdentityToken],
            Claims.Name when claim.Subject!.HasScope(Scopes.Profile) => [Destinations.IdentityToken],
            Claims.Email when claim.Subject!.HasScope(Scopes.Email) => [Destinations.IdentityToken],
            _ => [],
        };
}
