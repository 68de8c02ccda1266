using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Companies.Members;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Companies;

[Authorize(Policies.Company)]
[Route("members")]
public sealed class MembersController(IStringLocalizer<Texts> texts, ListMembers list) : Controller
{
    private const string Page = "/members";

    [HttpGet("")]
    public Task<IActionResult> Index(Actor actor, CancellationToken cancellationToken) =>
        ShowAsync(new InvitationForm(), actor, cancellationToken);

    [Authorize(Policies.CompanyOwner)]
    [HttpPost("invitations")]
    public async Task<IActionResult> Invite(
        InvitationForm form,
        Actor actor,
        [FromServices] InviteColleague invite,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(form, actor, cancellationToken);
        }

        var page = await list.ExecuteAsync(actor, cancellationToken);
        return this.Answer(
            await invite.ExecuteAsync(form.Email!, form.Role, actor, cancellationToken),
            () => this.Done(texts["The invitation is on its way to {0}.", form.Email!], Page),
            () => View("Members", new MembersModel(page.Value, form))
        );
    }

    [Authorize(Policies.CompanyOwner)]
    [HttpPost("invitations/{id}/resend")]
    public async Task<IActionResult> Resend(
        InvitationId id,
        Actor actor,
        [FromServices] ResendInvitation resend,
        CancellationToken cancellationToken
    ) =>
        await DoneAsync(
            await resend.ExecuteAsync(id, actor, cancellationToken),
            texts["The mail was sent again."],
            actor,
            cancellationToken
        );

    [Authorize(Policies.CompanyOwner)]
    [HttpPost("invitations/{id}/revoke")]
    public async Task<IActionResult> Revoke(
        InvitationId id,
        Actor actor,
        [FromServices] RevokeInvitation revoke,
        CancellationToken cancellationToken
    ) =>
        await DoneAsync(
            await revoke.ExecuteAsync(id, actor, cancellationToken),
            texts["The invitation no longer counts."],
            actor,
            cancellationToken
        );

    [Authorize(Policies.CompanyOwner)]
    [HttpPost("{id}/role")]
    public async Task<IActionResult> ChangeRole(
        MembershipId id,
        [EnumDataType(typeof(MembershipRole))] MembershipRole role,
        Actor actor,
        [FromServices] ChangeMemberRole change,
        CancellationToken cancellationToken
    ) =>
        ModelState.IsValid
            ? await DoneAsync(
                await change.ExecuteAsync(id, role, actor, cancellationToken),
                texts["The role is changed."],
                actor,
                cancellationToken
            )
            : BadRequest();

    [HttpPost("{id}/remove")]
    public async Task<IActionResult> Remove(
        MembershipId id,
        Actor actor,
        [FromServices] RemoveMember remove,
        CancellationToken cancellationToken
    )
    {
        var before = await list.ExecuteAsync(actor, cancellationToken);
        var isLeaving = before.Value.Members.Any(member => member.Id == id && member.IsReader);
        var removed = await remove.ExecuteAsync(id, actor, cancellationToken);
        return removed.Succeeded && isLeaving
            ? this.Done(texts["You have left the firm."], "/")
            : await DoneAsync(removed, texts["The person no longer acts for the firm."], actor, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(InvitationForm form, Actor actor, CancellationToken cancellationToken)
    {
        var page = await list.ExecuteAsync(actor, cancellationToken);
        return page.Succeeded ? View("Members", new MembersModel(page.Value, form)) : NotFound();
    }

    /// <summary>A refusal is told on the same page, with its list as it stands now.</summary>
    private async Task<IActionResult> DoneAsync(Result result, string notice, Actor actor, CancellationToken cancellationToken)
    {
        var page = await list.ExecuteAsync(actor, cancellationToken);
        return this.Answer(
            result,
            () => this.Done(notice, Page),
            () => View("Members", new MembersModel(page.Value, new InvitationForm()))
        );
    }
}

public sealed record MembersModel(MembersPage Page, InvitationForm Form);

public sealed class InvitationForm
{
    [Required, StringLength(CompanyLimits.Email)]
    public string? Email { get; set; }

    [EnumDataType(typeof(MembershipRole))]
    public MembershipRole Role { get; set; }
}
