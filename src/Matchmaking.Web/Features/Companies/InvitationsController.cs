using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Members;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Companies;

/// <summary>Where the link of an invitation leads, and the choice for whom one acts.</summary>
public sealed class InvitationsController(IStringLocalizer<Texts> texts, ReadInvitation read) : Controller
{
    [AllowAnonymous]
    [HttpGet("/invitations/{token}")]
    public async Task<IActionResult> Show(string token, Actor? actor, CancellationToken cancellationToken)
    {
        var invitation = await read.ExecuteAsync(token, cancellationToken);
        return invitation.Succeeded ? View("Invitation", new InvitationModel(token, invitation.Value, actor?.Name)) : NotFound();
    }

    [HttpPost("/invitations/{token}/accept")]
    public async Task<IActionResult> Accept(
        string token,
        Actor actor,
        [FromServices] AcceptInvitation accept,
        CancellationToken cancellationToken
    )
    {
        var invitation = await read.ExecuteAsync(token, cancellationToken);
        if (!invitation.Succeeded)
        {
            return NotFound();
        }

        var accepted = await accept.ExecuteAsync(token, actor, cancellationToken);
        return this.Answer(
            accepted,
            () => this.Done(texts["Welcome. You act for the firm now."], $"/companies/{accepted.Value}"),
            () => View("Invitation", new InvitationModel(token, invitation.Value, actor.Name))
        );
    }

    [HttpPost("/acting-for")]
    public async Task<IActionResult> ActFor(
        MembershipId membership,
        Actor actor,
        [FromServices] SwitchMembership change,
        CancellationToken cancellationToken
    ) => (await change.ExecuteAsync(membership, actor, cancellationToken)).Succeeded ? LocalRedirect("/") : NotFound();
}

/// <param name="ReaderName">Who is signed in, or null.</param>
public sealed record InvitationModel(string Token, InvitationView Invitation, string? ReaderName);
