using Matchmaking.Core.Identity;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Identity.Account;

/// <summary>The second step by an authenticator app, and the codes for the day when the telephone is lost.</summary>
[Route("account/security")]
public sealed class AuthenticatorController(
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn,
    CheckPassword check,
    IStringLocalizer<Texts> texts
) : Controller
{
    private const int RecoveryCodeCount = 10;
    private const string ShownOnce = "RecoveryCodes";

    [HttpGet("authenticator")]
    public Task<IActionResult> SetUp() =>
        SignedInAsync(async user => user.TwoFactorEnabled ? Redirect("/account/security") : View(await PageAsync(user)));

    [HttpPost("authenticator"), RateLimited]
    public Task<IActionResult> SetUp(AuthenticatorForm form) =>
        SignedInAsync(async user =>
        {
            var code = string.Concat((form.Code ?? string.Empty).Where(char.IsAsciiDigit));
            var provider = users.Options.Tokens.AuthenticatorTokenProvider;
            if (ModelState.IsValid && !await users.VerifyTwoFactorTokenAsync(user, provider, code))
            {
                ModelState.AddModelError(nameof(form.Code), texts["This code is not right. Codes change every half minute."]);
            }

            if (!ModelState.IsValid)
            {
                return this.Invalid(nameof(SetUp), await PageAsync(user));
            }

            await users.SetTwoFactorEnabledAsync(user, enabled: true);
            return await ShowNewCodesAsync(user);
        });

    [HttpGet("authenticator/remove")]
    public IActionResult Remove() => View(new PasswordAgainForm());

    [HttpPost("authenticator/remove"), RateLimited]
    public Task<IActionResult> Remove(PasswordAgainForm form) =>
        AfterPasswordAsync(
            nameof(Remove),
            form,
            async user =>
            {
                await users.SetTwoFactorEnabledAsync(user, enabled: false);
                await users.ResetAuthenticatorKeyAsync(user);
                await signIn.RefreshSignInAsync(user);
                return this.Done(texts["The authenticator app is no longer asked for."], "/account/security");
            }
        );

    [HttpGet("recovery-codes/new")]
    public IActionResult RenewCodes() => View(new PasswordAgainForm());

    [HttpPost("recovery-codes/new"), RateLimited]
    public Task<IActionResult> RenewCodes(PasswordAgainForm form) =>
        AfterPasswordAsync(
            nameof(RenewCodes),
            form,
            user => user.TwoFactorEnabled ? ShowNewCodesAsync(user) : Task.FromResult<IActionResult>(NotFound())
        );

    [HttpGet("recovery-codes")]
    public IActionResult RecoveryCodes() => TempData[ShownOnce] is string codes ? View(codes.Split(' ')) : Redirect("/account/security");

    private async Task<IActionResult> ShowNewCodesAsync(AppUser user)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount);
        await signIn.RefreshSignInAsync(user);
        TempData[ShownOnce] = string.Join(' ', codes!);
        return Redirect("/account/security/recovery-codes");
    }

    private async Task<AuthenticatorPage> PageAsync(AppUser user)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            await users.ResetAuthenticatorKeyAsync(user);
            await signIn.RefreshSignInAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }

        return AuthenticatorKey.Show(key, user.Email!);
    }

    private Task<IActionResult> AfterPasswordAsync(string view, PasswordAgainForm form, Func<AppUser, Task<IActionResult>> work) =>
        SignedInAsync(async user =>
        {
            if (ModelState.IsValid && await check.ExecuteAsync(user, form.CurrentPassword!) is { Succeeded: false } wrong)
            {
                ModelState.AddModelError(nameof(form.CurrentPassword), texts.Sentence(wrong.Errors[0]));
            }

            return ModelState.IsValid ? await work(user) : this.Invalid(view, form);
        });

    private async Task<IActionResult> SignedInAsync(Func<AppUser, Task<IActionResult>> work) =>
        await users.GetUserAsync(User) is { } user ? await work(user) : Challenge();
}
