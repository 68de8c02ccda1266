using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Participation;
using Matchmaking.Core.Expos.Programme;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Participation;

/// <summary>The expos that a firm is invited to: its answer, its absences, and whom it wishes to meet.</summary>
[Authorize(Policies.Company)]
[Route("expos")]
public sealed class ExposController(IStringLocalizer<Texts> texts, ReadParticipation read) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Actor actor, [FromServices] ListInvitations list, CancellationToken cancellationToken) =>
        View("Invitations", await list.ExecuteAsync(actor, cancellationToken));

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(ExpoId id, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        return expo.Succeeded ? View("Invitation", new InvitationModel(expo.Value, AnswerForm.Of(expo.Value))) : NotFound();
    }

    [HttpPost("{id}")]
    public async Task<IActionResult> Answer(
        ExpoId id,
        AnswerForm form,
        Actor actor,
        [FromServices] AnswerInvitation answer,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return NotFound();
        }

        var answered = await answer.ExecuteAsync(id, form.Attends, form.NeedsInterpreter, [.. form.Absent], actor, cancellationToken);
        return this.Answer(
            answered,
            () =>
                form.Attends
                    ? this.Done(texts["Your answer is saved. Now choose whom you wish to meet."], $"/expos/{id}/partners")
                    : this.Done(texts["Your answer is saved."], $"/expos/{id}"),
            () => View("Invitation", new InvitationModel(expo.Value, form))
        );
    }

    /// <summary>After the closing of wishes, in two steps: what is lost is shown first.</summary>
    [HttpGet("{id}/leave")]
    public async Task<IActionResult> Leave(
        ExpoId id,
        Actor actor,
        [FromServices] ReadFirmProgramme programme,
        CancellationToken cancellationToken
    )
    {
        var seen = await programme.ExecuteAsync(id, actor, cancellationToken);
        return seen.Succeeded && seen.Value.Expo.MayLeave ? View("Leave", seen.Value) : NotFound();
    }

    [HttpPost("{id}/leave")]
    public async Task<IActionResult> Leave(ExpoId id, Actor actor, [FromServices] LeaveExpo leave, CancellationToken cancellationToken) =>
        this.Told(await leave.ExecuteAsync(id, actor, cancellationToken), texts["Your firm no longer takes part."], $"/expos/{id}", texts);

    [HttpGet("{id}/partners")]
    public async Task<IActionResult> Partners(
        ExpoId id,
        int? page,
        Actor actor,
        [FromServices] RankAttending rank,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        var firms = expo.Succeeded ? await rank.ExecuteAsync(id, page ?? 1, actor, cancellationToken) : Error.NotFound;
        return firms.Succeeded ? View("Wishes", new WishesModel(expo.Value, firms.Value)) : NotFound();
    }

    [HttpPost("{id}/partners")]
    public async Task<IActionResult> SaveWishes(
        ExpoId id,
        int? page,
        IReadOnlyList<WishRow> wishes,
        Actor actor,
        [FromServices] SaveWishes save,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var chosen = wishes.DistinctBy(wish => wish.Firm).ToDictionary(wish => wish.Firm, wish => wish.Kind);
        return this.Told(
            await save.ExecuteAsync(id, chosen, actor, cancellationToken),
            texts["Your wishes are saved."],
            $"/expos/{id}/partners?page={page ?? 1}",
            texts
        );
    }
}

public sealed record InvitationModel(ExpoParticipation Expo, AnswerForm Form);

public sealed record WishesModel(ExpoParticipation Expo, Page<AttendingFirm> Page);

public sealed class AnswerForm
{
    public bool Attends { get; set; }

    public bool NeedsInterpreter { get; set; }

    /// <summary>Ids of slots.</summary>
    public IList<Guid> Absent { get; set; } = [];

    public static AnswerForm Of(ExpoParticipation expo) =>
        new() { NeedsInterpreter = expo.Firm.NeedsInterpreter, Absent = [.. expo.Firm.Absent] };
}

public sealed class WishRow
{
    public CompanyId Firm { get; set; }

    /// <summary>Null for no wish.</summary>
    public WishKind? Kind { get; set; }
}
