using Matchmaking.Core.Identity;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Identity.Passwords;

[AllowAnonymous]
public sealed class ForgottenPasswordController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("/forgotten-password")]
    public IActionResult Ask() => View(new ForgottenPasswordForm());

    [HttpPost("/forgotten-password"), RateLimited(SendsMail = true)]
    public async Task<IActionResult> Ask(ForgottenPasswordForm form, [FromServices] AskForMail ask, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid(nameof(Ask), form);
        }

        await ask.ExecuteAsync(IdentityEvents.PasswordForgotten, form.Email!, cancellationToken);
        return Redirect("/forgotten-password/sent");
    }

    [HttpGet("/forgotten-password/sent")]
    public IActionResult Sent() => View();

    [HttpGet("/reset-password")]
    public IActionResult Reset(Guid user, string? token)
    {
        // Only the link's own parts are read here; the empty form is not an error yet.
        ModelState.Clear();
        return View(new ResetPasswordForm { User = user, Token = token });
    }

    [HttpPost("/reset-password"), RateLimited(AccountField = nameof(ResetPasswordForm.User))]
    public async Task<IActionResult> Reset(ResetPasswordForm form, [FromServices] ResetPassword reset, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid(nameof(Reset), form);
        }

        var result = await reset.ExecuteAsync(form.User, form.Token ?? string.Empty, form.Password!, cancellationToken);
        return this.Answer(result, () => this.Done(texts["The new password holds. Please sign in with it."], "/sign-in"), () => View(form));
    }
}
