using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Day;

/// <summary>Free places of a slot go to the pairs that wait, in a written order.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/now/{slot:guid}/offers")]
public sealed class OffersController(IStringLocalizer<Texts> texts, ReadOffers read) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Guid slot, Actor actor, CancellationToken cancellationToken)
    {
        var offers = await read.ExecuteAsync(id, slot, actor, cancellationToken);
        return offers.Succeeded ? View("Offers", offers.Value) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Offer(
        ExpoId id,
        Guid slot,
        Actor actor,
        [FromServices] OfferPlace offer,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await offer.ExecuteAsync(id, slot, actor, cancellationToken),
            texts["The place is offered; the mails are on their way."],
            $"/organise/{id}/now/{slot}/offers",
            texts
        );
}
