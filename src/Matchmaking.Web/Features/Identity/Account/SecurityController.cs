using System.Buffers.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Identity.Passwords;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Identity.Account;

[Route("account/security")]
public sealed class SecurityController(
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn,
    IStringLocalizer<Texts> texts,
    TimeProvider clock
) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show()
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        var passkeys = await users.GetPasskeysAsync(user);
        var page = new SecurityPage(
            user.TwoFactorEnabled,
            await users.CountRecoveryCodesAsync(user),
            [
                .. passkeys
                    .OrderByDescending(passkey => passkey.CreatedAt)
                    .Select(passkey => new PasskeyRow(
                        Base64Url.EncodeToString(passkey.CredentialId),
                        passkey.Name ?? texts["Passkey"],
                        passkey.CreatedAt.UtcDateTime
                    )),
            ],
            await HttpContext.IsFreshAsync(clock)
        );
        return View(page);
    }

    [HttpGet("password")]
    public IActionResult Password() => View(new ChangePasswordForm());

    [HttpPost("password")]
    public async Task<IActionResult> Password(
        ChangePasswordForm form,
        Actor actor,
        [FromServices] ChangePassword change,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid(nameof(Password), form);
        }

        var result = await change.ExecuteAsync(form.CurrentPassword!, form.Password!, actor, cancellationToken);
        if (result.Succeeded)
        {
            await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        }

        return this.Answer(
            result,
            () => this.Done(texts["The password is changed; other devices are signed out."], "/account/security"),
            () => View(form)
        );
    }

    [HttpPost("sign-out-others")]
    public async Task<IActionResult> SignOutOthers([FromServices] OutboxWriter outbox)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        outbox.Add(IdentityEvents.Of(IdentityEvents.SessionsEnded, user.Id));
        await users.UpdateSecurityStampAsync(user);
        await signIn.RefreshSignInAsync(user);
        return this.Done(texts["All other devices are signed out."], "/account/security");
    }
}
