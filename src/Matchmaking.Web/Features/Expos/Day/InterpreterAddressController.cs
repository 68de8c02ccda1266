using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Hosting;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Day;

/// <summary>The secret address under which an interpreter reads their list, for the organiser to hand out.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/interpreters/{interpreter:guid}/address")]
public sealed class InterpreterAddressController(IStringLocalizer<Texts> texts, ReadExpo read, SiteAddress site) : Controller
{
    [HttpGet("")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Index(ExpoId id, Guid interpreter, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        var known = expo.Succeeded ? expo.Value.Interpreters.FirstOrDefault(item => item.Id == interpreter) : null;
        return known is null
            ? NotFound()
            : View("InterpreterAddress", new InterpreterAddressPage(expo.Value, known, site.LinkTo($"/interpreting/{known.ListCode}")));
    }

    [HttpPost("renew")]
    public async Task<IActionResult> Renew(
        ExpoId id,
        Guid interpreter,
        Actor actor,
        [FromServices] RenewListCode renew,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await renew.ExecuteAsync(id, interpreter, actor, cancellationToken),
            texts["The address is a new one; the one before leads nowhere."],
            $"/organise/{id}/interpreters/{interpreter}/address",
            texts
        );
}

/// <param name="Address">Absolute, to be handed out.</param>
public sealed record InterpreterAddressPage(Expo Expo, ExpoInterpreter Interpreter, string Address)
{
    public QrCode Code => QrCode.Of(Address);
}
