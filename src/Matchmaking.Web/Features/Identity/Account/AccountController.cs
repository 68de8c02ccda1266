using Matchmaking.Core.Common;
using Matchmaking.Core.Identity;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Identity.Account;

[Route("account")]
public sealed class AccountController(UserManager<AppUser> users, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Person() =>
        await users.GetUserAsync(User) is { } user
            ? View(
                new PersonForm
                {
                    Name = user.DisplayName,
                    Language = user.Language,
                    Email = user.Email,
                }
            )
            : Challenge();

    [HttpPost("")]
    public async Task<IActionResult> Person(
        PersonForm form,
        Actor actor,
        [FromServices] EditPerson edit,
        CancellationToken cancellationToken
    )
    {
        form.Email = (await users.GetUserAsync(User))?.Email;
        if (!ModelState.IsValid)
        {
            return this.Invalid(nameof(Person), form);
        }

        var result = await edit.ExecuteAsync(form.Name!, form.Language, actor, cancellationToken);
        return this.Answer(result, () => Saved(form.Language), () => View(form));
    }

    private IActionResult Saved(LanguageCode language)
    {
        Response.SetLanguage(language);
        using var scope = new LanguageScope(language);
        return this.Done(texts["Saved."], "/account");
    }
}
