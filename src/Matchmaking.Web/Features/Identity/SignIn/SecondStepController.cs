using Matchmaking.Core.Identity;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using IdentityResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Matchmaking.Web.Features.Identity.SignIn;

/// <summary>For people with an authenticator app, after the password.</summary>
[AllowAnonymous]
[Route("sign-in")]
public sealed class SecondStepController(SignInManager<AppUser> signIn, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("code")]
    public Task<IActionResult> Code(bool remember, string? returnUrl) =>
        WaitingAsync(_ => View(new CodeForm { Remember = remember, ReturnUrl = this.Checked(returnUrl) }));

    [HttpPost("code"), RateLimited]
    public Task<IActionResult> Code(CodeForm form) =>
        AnswerAsync(nameof(Code), form, () => signIn.TwoFactorAuthenticatorSignInAsync(form.Bare, form.Remember, form.TrustDevice));

    [HttpGet("recovery-code")]
    public Task<IActionResult> RecoveryCode(string? returnUrl) =>
        WaitingAsync(_ => View(new CodeForm { ReturnUrl = this.Checked(returnUrl) }));

    [HttpPost("recovery-code"), RateLimited]
    public Task<IActionResult> RecoveryCode(CodeForm form) =>
        AnswerAsync(nameof(RecoveryCode), form, () => signIn.TwoFactorRecoveryCodeSignInAsync(form.Bare));

    private Task<IActionResult> AnswerAsync(string view, CodeForm form, Func<Task<IdentityResult>> attempt) =>
        WaitingAsync(async user =>
        {
            if (!ModelState.IsValid)
            {
                return this.Invalid(view, form);
            }

            var result = await attempt();
            if (result.Succeeded)
            {
                return this.ReturnTo(form.ReturnUrl);
            }

            ModelState.AddModelError(
                result.IsLockedOut ? string.Empty : nameof(CodeForm.Code),
                result.IsLockedOut
                    ? texts.LockedUntil(user.LockoutEnd!.Value)
                    : texts["This code is not right. Codes change every half minute."]
            );
            return this.Invalid(view, form);
        });

    private Task<IActionResult> WaitingAsync(Func<AppUser, IActionResult> answer) => WaitingAsync(user => Task.FromResult(answer(user)));

    /// <summary>Without a password given just before, there is no second step.</summary>
    private async Task<IActionResult> WaitingAsync(Func<AppUser, Task<IActionResult>> answer) =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is { } user ? await answer(user) : Redirect("/sign-in");
}
