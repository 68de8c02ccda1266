using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Day;

/// <summary>Who has come today: by list, and by the code that a firm shows to the organiser's camera.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/check-in")]
public sealed class CheckInController(IStringLocalizer<Texts> texts, ReadDay read) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, CheckInFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var day = await read.ExecuteAsync(id, actor, cancellationToken);
        return day.Succeeded && ModelState.IsValid ? View("CheckIn", new CheckInPage(day.Value, filter)) : NotFound();
    }

    /// <param name="code">As in <see cref="ExpoFirm.CheckInCode"/>.</param>
    [HttpGet("{code}")]
    public async Task<IActionResult> Firm(ExpoId id, string code, Actor actor, CancellationToken cancellationToken)
    {
        var day = await read.ExecuteAsync(id, actor, cancellationToken);
        var firm = day.Succeeded ? day.Value.Attending.FirstOrDefault(item => item.CheckInCode == code) : null;
        return firm is null ? NotFound() : View("Arriving", new ArrivingPage(day.Value, firm));
    }

    /// <param name="firm">Of an <see cref="ExpoFirm"/>.</param>
    /// <param name="isHere">False to take it back.</param>
    /// <param name="code">Of the firm, where it was pressed on the page of its code.</param>
    [HttpPost("{firm:guid}")]
    public async Task<IActionResult> Set(
        ExpoId id,
        Guid firm,
        bool isHere,
        string? code,
        CheckInFilter filter,
        Actor actor,
        [FromServices] CheckIn checkIn,
        CancellationToken cancellationToken
    )
    {
        var set = await checkIn.ExecuteAsync(id, firm, isHere, actor, cancellationToken);
        var name = set.Succeeded ? set.Value.For(ReaderLanguage.Current) : string.Empty;
        return this.Told(
            set,
            isHere ? texts["“{0}” is checked in.", name] : texts["“{0}” is no longer checked in.", name],
            code is null ? filter.At(id) : $"/organise/{id}/check-in/{Uri.EscapeDataString(code)}",
            texts
        );
    }
}
