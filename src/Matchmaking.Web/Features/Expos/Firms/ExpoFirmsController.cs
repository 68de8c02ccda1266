using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Firms;

/// <summary>Which firms come, and who else can be invited.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/firms")]
public sealed class ExpoFirmsController(IStringLocalizer<Texts> texts, ReadExpo read) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Actor actor, [FromServices] ListExpoFirms list, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        return expo.Succeeded
            ? View("Firms", new FirmsModel(expo.Value, await list.ExecuteAsync(id, actor, cancellationToken)))
            : NotFound();
    }

    [HttpGet("invite")]
    public async Task<IActionResult> Invite(
        ExpoId id,
        Country? country,
        string? sector,
        int? page,
        Actor actor,
        [FromServices] ListInvitable list,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return NotFound();
        }

        var known = Sectors.All.Contains(sector) ? sector! : string.Empty;
        var firms = await list.ExecuteAsync(id, country, known, page ?? 1, actor, cancellationToken);
        return View(new InviteModel(expo.Value, firms, country, known));
    }

    /// <summary>Firms that stand in the hall without an invitation.</summary>
    [HttpPost("walk-ins")]
    public async Task<IActionResult> AddWalkIns(
        ExpoId id,
        IReadOnlyList<CompanyId> firms,
        Actor actor,
        [FromServices] AddWalkIns add,
        CancellationToken cancellationToken
    )
    {
        var added = await add.ExecuteAsync(id, firms, actor, cancellationToken);
        return this.Told(
            added,
            texts["Firms that attend from now on: {0}.", firms.Count],
            added.Succeeded ? $"/organise/{id}/firms" : $"/organise/{id}/firms/invite",
            texts
        );
    }

    [HttpPost("invite")]
    public async Task<IActionResult> Invite(
        ExpoId id,
        IReadOnlyList<CompanyId> firms,
        Actor actor,
        [FromServices] InviteFirms invite,
        CancellationToken cancellationToken
    )
    {
        var invited = await invite.ExecuteAsync(id, firms, actor, cancellationToken);
        return this.Told(
            invited,
            texts["Firms invited: {0}.", firms.Count],
            invited.Succeeded ? $"/organise/{id}/firms" : $"/organise/{id}/firms/invite",
            texts
        );
    }
}

public sealed record FirmsModel(Expo Expo, ExpoFirmsPage Page);

public sealed record InviteModel(Expo Expo, Page<InvitableFirm> Page, Country? Country, string Sector);
