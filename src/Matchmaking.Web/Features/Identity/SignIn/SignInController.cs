using Matchmaking.Core.Data.Demonstration;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Identity.SignIn;

[AllowAnonymous]
public sealed class SignInController(IStringLocalizer<Texts> texts, DemonstrationPanel demonstration, PasswordSignIn passwords) : Controller
{
    /// <param name="again">Somebody who is signed in proves once more who they are; until they have, nothing changes.</param>
    [HttpGet("/sign-in")]
    public async Task<IActionResult> SignIn(string? returnUrl, bool again, CancellationToken cancellationToken)
    {
        var isSignedIn = User.Identity?.IsAuthenticated == true;
        if (isSignedIn && !again)
        {
            return this.ReturnTo(returnUrl);
        }

        var form = new SignInForm { Email = isSignedIn ? User.Identity!.Name : null, ReturnUrl = this.Checked(returnUrl) };
        return await FormAsync(form, cancellationToken, isAgain: isSignedIn);
    }

    [HttpPost("/sign-in"), RateLimited]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await RefuseAsync(form, cancellationToken);
        }

        var outcome = await passwords.ExecuteAsync(form.Email!, form.Password!, form.Remember);
        return await AnswerAsync(form, outcome, cancellationToken);
    }

    [HttpPost("/sign-in/demonstration")]
    public async Task<IActionResult> Demonstrate(string? email, string? returnUrl, CancellationToken cancellationToken)
    {
        if (!demonstration.IsOpen || !DemonstrationData.Accounts.Any(account => account.Email == email))
        {
            return NotFound();
        }

        var form = new SignInForm { Email = email, ReturnUrl = returnUrl };
        var outcome = await passwords.ExecuteAsync(email!, DemonstrationData.Password, remember: false);
        return await AnswerAsync(form, outcome, cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(SignInForm form, SignInOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome.Answer)
        {
            case SignInAnswer.SignedIn:
                return this.ReturnTo(form.ReturnUrl);
            case SignInAnswer.SecondStep:
                return RedirectToAction(
                    nameof(SecondStepController.Code),
                    "SecondStep",
                    new { form.Remember, returnUrl = this.Checked(form.ReturnUrl) }
                );
            case SignInAnswer.Unconfirmed:
                ModelState.AddModelError(
                    string.Empty,
                    texts["Please confirm your address first: the link is in the mail that we sent you."]
                );
                return await RefuseAsync(form, cancellationToken, offersConfirmation: true);
            case SignInAnswer.Locked:
                ModelState.AddModelError(string.Empty, texts.LockedUntil(outcome.Until!.Value));
                return await RefuseAsync(form, cancellationToken);
            default:
                ModelState.AddModelError(string.Empty, texts["The mail address or the password is not right."]);
                return await RefuseAsync(form, cancellationToken);
        }
    }

    private async Task<IActionResult> RefuseAsync(SignInForm form, CancellationToken cancellationToken, bool offersConfirmation = false)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await FormAsync(form, cancellationToken, offersConfirmation);
    }

    private async Task<IActionResult> FormAsync(
        SignInForm form,
        CancellationToken cancellationToken,
        bool offersConfirmation = false,
        bool isAgain = false
    ) =>
        View(
            nameof(SignIn),
            new SignInPage(form, offersConfirmation, await demonstration.ListAsync(cancellationToken)) { IsAgain = isAgain }
        );
}

internal static class LockOutTexts
{
    public static string LockedUntil(this IStringLocalizer texts, DateTimeOffset until) =>
        texts["Too many attempts failed. Please try again after {0}, or choose a new password.", LocalTimes.InBothZones(until.UtcDateTime)];
}
