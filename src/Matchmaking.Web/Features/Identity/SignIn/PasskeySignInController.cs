using Matchmaking.Core.Identity;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Identity.SignIn;

/// <summary>A passkey is both steps at once: something one has, opened by a finger, a face or a number.</summary>
[AllowAnonymous]
[Route("sign-in/passkey")]
public sealed class PasskeySignInController(
    SignInManager<AppUser> signIn,
    PasskeyCeremony ceremony,
    DemonstrationPanel demonstration,
    IStringLocalizer<Texts> texts
) : Controller
{
    /// <summary>Asks for any passkey of this site: naming an account first would tell whether it has one.</summary>
    [HttpPost("options"), RateLimited]
    public async Task<IActionResult> Options() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    [HttpPost(""), RateLimited]
    public async Task<IActionResult> SignIn(PasskeySignInForm form, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && await ceremony.SignInAsync(form.Credential!) is { } result)
        {
            if (result.Succeeded)
            {
                return this.ReturnTo(form.ReturnUrl);
            }
        }

        ModelState.Clear();
        ModelState.AddModelError(string.Empty, texts["The passkey was not accepted. You can sign in with your password."]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = new SignInPage(
            new SignInForm { ReturnUrl = this.Checked(form.ReturnUrl) },
            OffersConfirmation: false,
            await demonstration.ListAsync(cancellationToken)
        );
        return View("SignIn", page);
    }
}
