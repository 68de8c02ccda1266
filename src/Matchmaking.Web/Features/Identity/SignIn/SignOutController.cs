using Matchmaking.Core.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Identity.SignIn;

[AllowAnonymous]
public sealed class SignOutController(SignInManager<AppUser> signIn) : Controller
{
    [HttpPost("/sign-out")]
    public async Task<IActionResult> Leave()
    {
        await signIn.SignOutAsync();
        return Redirect("/");
    }
}
