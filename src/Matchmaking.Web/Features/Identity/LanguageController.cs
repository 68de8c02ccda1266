using Matchmaking.Core.Common;
using Matchmaking.Core.Identity;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Identity;

[AllowAnonymous]
public sealed class LanguageController : Controller
{
    [HttpPost("/language")]
    public async Task<IActionResult> Choose(
        string? language,
        string? returnUrl,
        [FromServices] CurrentActor current,
        [FromServices] ChooseLanguage choose,
        CancellationToken cancellationToken
    )
    {
        if (!LanguageCodes.TryParse(language, out var chosen))
        {
            return BadRequest();
        }

        Response.SetLanguage(chosen);
        if (await current.GetAsync(cancellationToken) is { } actor)
        {
            await choose.ExecuteAsync(chosen, actor, cancellationToken);
        }

        return this.ReturnTo(returnUrl);
    }
}
