using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Core.Identity;
using Matchmaking.Web.Security;
using Matchmaking.Web.Security.OpenId;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Matchmaking.Web.Features.Identity.OpenId;

/// <summary>Gives out tokens. The server has checked client, secret, code and scopes before a request comes here.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class TokenController(SignInManager<AppUser> signIn, ApiClients clients, IOpenIddictApplicationManager applications)
    : Controller
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    [HttpPost(OpenIdAddresses.Token), RateLimited(AccountField = "")]
    public async Task<IActionResult> Exchange(CancellationToken cancellationToken)
    {
        var request = HttpContext.GetOpenIddictServerRequest()!;
        return request.IsClientCredentialsGrantType() ? await OfClientAsync(request, cancellationToken) : await OfPersonAsync();
    }

    /// <summary>Who the person of a token is, as far as its scopes say.</summary>
    [HttpGet(OpenIdAddresses.UserInfo), HttpPost(OpenIdAddresses.UserInfo)]
    public async Task<IActionResult> UserInfo()
    {
        var principal = (await HttpContext.AuthenticateAsync(Scheme)).Principal!;
        var subject = principal.GetClaim(Claims.Subject)!;
        var claims = new Dictionary<string, object?>(StringComparer.Ordinal) { [Claims.Subject] = subject };
        // A program that acts for itself has a subject too, which is nobody's.
        if (Guid.TryParse(subject, out _) && await signIn.UserManager.FindByIdAsync(subject) is { } user)
        {
            if (principal.HasScope(Scopes.Profile))
            {
                claims[Claims.Name] = user.DisplayName;
                claims[Claims.Locale] = user.Language.ToCulture();
            }

            if (principal.HasScope(Scopes.Email))
            {
                claims[Claims.Email] = user.Email;
                claims[Claims.EmailVerified] = user.EmailConfirmed;
            }
        }

        return Ok(claims);
    }

    private async Task<IActionResult> OfClientAsync(OpenIddictRequest request, CancellationToken cancellationToken)
    {
        var id = request.ClientId!;
        if (await clients.MembershipOfAsync(id, cancellationToken) is not { } membership)
        {
            return Refuse(Errors.UnauthorizedClient);
        }

        // A program that names no scopes gets all that it was given.
        var application = await applications.FindByClientIdAsync(id, cancellationToken);
        var granted = await applications.GetPermissionsAsync(application!, cancellationToken);
        var scopes = request.GetScopes() is { Length: > 0 } asked
            ? asked
            : [.. ApiScopes.All.Where(scope => granted.Contains(Permissions.Prefixes.Scope + scope))];
        return SignIn(OpenIdPrincipal.Of(id, membership, scopes), Scheme);
    }

    private async Task<IActionResult> OfPersonAsync()
    {
        var principal = (await HttpContext.AuthenticateAsync(Scheme)).Principal!;
        var user = await signIn.UserManager.FindByIdAsync(principal.GetClaim(Claims.Subject)!);
        return
            user is not null
            && await signIn.CanSignInAsync(user)
            && await signIn.ValidateSecurityStampAsync(user, principal.GetClaim(OpenIdPrincipal.SecurityStamp))
            ? SignIn(principal.Refreshed(user), Scheme)
            : Refuse(Errors.InvalidGrant);
    }

    private ForbidResult Refuse(string error) =>
        Forbid(new AuthenticationProperties { Items = { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error } }, Scheme);
}
