using Matchmaking.Core.Identity;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Person = Matchmaking.Core.Identity.Registration;

namespace Matchmaking.Web.Features.Identity.Registration;

[AllowAnonymous]
public sealed class RegistrationController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("/register")]
    public IActionResult Register() => View(new RegisterForm { Language = ReaderLanguage.Current });

    [HttpPost("/register"), RateLimited(SendsMail = true)]
    public async Task<IActionResult> Register(
        RegisterForm form,
        [FromServices] RegisterPerson register,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid(nameof(Register), form);
        }

        var person = new Person(form.Name!, form.Email!, form.Password!, form.Language);
        var result = await register.ExecuteAsync(person, cancellationToken);
        return this.Answer(result, () => Redirect("/register/sent"), () => View(form));
    }

    [HttpGet("/register/sent")]
    public IActionResult Sent() => View();

    [HttpGet("/confirm")]
    public IActionResult Confirm(ConfirmForm form) => ModelState.IsValid ? View(form) : NotFound();

    [HttpPost("/confirm"), RateLimited(AccountField = nameof(ConfirmForm.User))]
    public async Task<IActionResult> Confirm(ConfirmForm form, [FromServices] ConfirmAddress confirm, CancellationToken cancellationToken)
    {
        var result = ModelState.IsValid
            ? await confirm.ExecuteAsync(form.User, form.Token ?? string.Empty, cancellationToken)
            : IdentityErrors.LinkOver;
        ModelState.Clear();
        return this.Answer(
            result,
            () => this.Done(texts["The address is confirmed. You can sign in now."], "/sign-in"),
            () => View(nameof(Resend), new ResendForm())
        );
    }

    [HttpGet("/register/resend")]
    public IActionResult Resend() => View(new ResendForm());

    [HttpPost("/register/resend"), RateLimited(SendsMail = true)]
    public async Task<IActionResult> Resend(ResendForm form, [FromServices] AskForMail ask, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid(nameof(Resend), form);
        }

        await ask.ExecuteAsync(IdentityEvents.ConfirmationAsked, form.Email!, cancellationToken);
        return Redirect("/register/sent");
    }
}
