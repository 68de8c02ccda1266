using Matchmaking.Core.Identity;
using Matchmaking.Web.Security.OpenId;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Server.AspNetCore;

namespace Matchmaking.Web.Features.Identity.OpenId;

/// <summary>Another system asks to end the session here as well. The person confirms it: a link alone signs nobody out.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EndSessionController(SignInManager<AppUser> signIn) : Controller
{
    [HttpGet(OpenIdAddresses.EndSession)]
    public IActionResult Ask() =>
        View(
            "EndSession",
            Request.Query.SelectMany(item => item.Value, (item, value) => KeyValuePair.Create(item.Key, value ?? string.Empty)).ToList()
        );

    [HttpPost(OpenIdAddresses.EndSession)]
    public async Task<IActionResult> End()
    {
        await signIn.SignOutAsync();
        return HttpContext.GetOpenIddictServerRequest()?.PostLogoutRedirectUri is null
            ? LocalRedirect("/")
            : SignOut(new AuthenticationProperties(), OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
