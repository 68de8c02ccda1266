using System.Buffers.Text;
using Matchmaking.Core.Identity;
using Matchmaking.Core.Outbox;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Identity.Account;

[Route("account/passkeys")]
public sealed class PasskeysController(
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn,
    PasskeyCeremony ceremony,
    IStringLocalizer<Texts> texts,
    TimeProvider clock
) : Controller
{
    private const string SecurityPath = "/account/security";
    private const int Most = 20;

    /// <summary>A passkey opens the account for good, so an unlocked screen is not enough for one.</summary>
    [HttpPost("options"), RateLimited]
    public Task<IActionResult> Options() =>
        SignedInAsync(async user =>
        {
            if (!await HttpContext.IsFreshAsync(clock))
            {
                return StatusCode(StatusCodes.Status403Forbidden);
            }

            var entity = new PasskeyUserEntity
            {
                Id = user.Id.ToString(),
                Name = user.Email!,
                DisplayName = user.DisplayName,
            };
            return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
        });

    [HttpPost("")]
    public Task<IActionResult> Add(NewPasskeyForm form, [FromServices] OutboxWriter outbox) =>
        SignedInAsync(async user =>
        {
            if (!await HttpContext.IsFreshAsync(clock))
            {
                return Refused(texts["To add a passkey, sign in once more: you last did so a while ago."]);
            }

            var attestation = ModelState.IsValid ? await ceremony.AttestAsync(form.Credential!) : null;
            if (attestation is not { Succeeded: true } || attestation.UserEntity.Id != user.Id.ToString())
            {
                return Refused(texts["The passkey could not be added. Please try again."]);
            }

            if ((await users.GetPasskeysAsync(user)).Count >= Most)
            {
                return Refused(texts["There are {0} passkeys already. Remove one first.", Most]);
            }

            attestation.Passkey.Name = NameOf(form.Name);
            outbox.Add(IdentityEvents.Of(IdentityEvents.PasskeyAdded, user.Id));
            return await users.AddOrUpdatePasskeyAsync(user, attestation.Passkey) is { Succeeded: true }
                ? this.Done(texts["The passkey “{0}” is added.", attestation.Passkey.Name], SecurityPath)
                : Refused(texts["The passkey could not be added. Please try again."]);
        });

    [HttpPost("rename")]
    public Task<IActionResult> Rename(PasskeyForm form) =>
        OwnPasskeyAsync(
            form,
            async (user, passkey) =>
            {
                passkey.Name = NameOf(form.Name);
                await users.AddOrUpdatePasskeyAsync(user, passkey);
                return this.Done(texts["Saved."], SecurityPath);
            }
        );

    [HttpPost("remove")]
    public Task<IActionResult> Remove(PasskeyForm form) =>
        OwnPasskeyAsync(
            form,
            async (user, passkey) =>
            {
                await users.RemovePasskeyAsync(user, passkey.CredentialId);
                return this.Done(texts["The passkey is removed."], SecurityPath);
            }
        );

    private string NameOf(string? name) => string.IsNullOrWhiteSpace(name) ? texts["Passkey"] : name.Trim();

    private RedirectResult Refused(string sentence)
    {
        TempData["Problem"] = sentence;
        return Redirect(SecurityPath);
    }

    private Task<IActionResult> OwnPasskeyAsync(PasskeyForm form, Func<AppUser, UserPasskeyInfo, Task<IActionResult>> work) =>
        SignedInAsync(async user =>
            ModelState.IsValid
            && Base64Url.IsValid(form.Id)
            && await users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(form.Id)) is { } passkey
                ? await work(user, passkey)
                : NotFound()
        );

    private async Task<IActionResult> SignedInAsync(Func<AppUser, Task<IActionResult>> work) =>
        await users.GetUserAsync(User) is { } user ? await work(user) : Challenge();
}
