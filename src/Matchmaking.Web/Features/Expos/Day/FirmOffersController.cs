using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Day;

/// <summary>A firm takes a free place that it is offered, or leaves it.</summary>
[Authorize(Policies.Company)]
[Route("expos/{id}/offers/{offer:guid}")]
public sealed class FirmOffersController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Answer(
        ExpoId id,
        Guid offer,
        bool accepts,
        Actor actor,
        [FromServices] AnswerOffer answer,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await answer.ExecuteAsync(id, offer, accepts, actor, cancellationToken),
            accepts ? texts["You accepted. The meeting stands once both have."] : texts["The place goes to others."],
            $"/expos/{id}/programme",
            texts
        );
}
