using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Booking;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Booking;

/// <summary>The organiser lets the firms book their meetings.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/booking")]
public sealed class BookingController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Open(ExpoId id, Actor actor, [FromServices] OpenBooking open, CancellationToken cancellationToken)
    {
        var opened = await open.ExecuteAsync(id, actor, cancellationToken);
        var next = opened.Succeeded ? "programme" : "schedule";
        return this.Told(opened, texts["Firms can book now; the mails are on their way."], $"/organise/{id}/{next}", texts);
    }
}
