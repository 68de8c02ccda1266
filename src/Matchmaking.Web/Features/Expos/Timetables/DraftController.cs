using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Timetables;

/// <summary>The grid of one draft, and its meetings moved by hand.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/schedule/{number:int}")]
public sealed class DraftController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(
        ExpoId id,
        int number,
        [FromQuery] DraftFilter filter,
        Actor actor,
        [FromServices] ReadDraft read,
        CancellationToken cancellationToken
    )
    {
        var draft = await read.ExecuteAsync(id, number, actor, cancellationToken);
        return draft.Succeeded && ModelState.IsValid ? View("Draft", new DraftPage(draft.Value, filter, texts)) : NotFound();
    }

    /// <param name="cell">Ids of a slot and a table with a colon between them.</param>
    [HttpPost("put")]
    public async Task<IActionResult> Put(
        ExpoId id,
        int number,
        Guid meeting,
        string? cell,
        [FromQuery] DraftFilter filter,
        Actor actor,
        [FromServices] PutMeeting put,
        CancellationToken cancellationToken
    ) =>
        cell?.Split(':') is [var first, var second] && Guid.TryParse(first, out var slot) && Guid.TryParse(second, out var table)
            ? this.Told(
                await put.ExecuteAsync(id, number, meeting, slot, table, actor, cancellationToken),
                texts["The meeting is put there."],
                $"{filter.At(id, number)}#m-{meeting:N}",
                texts
            )
            : NotFound();

    [HttpPost("take-off")]
    public async Task<IActionResult> TakeOff(
        ExpoId id,
        int number,
        Guid meeting,
        [FromQuery] DraftFilter filter,
        Actor actor,
        [FromServices] TakeMeetingOff take,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await take.ExecuteAsync(id, number, meeting, actor, cancellationToken),
            texts["The meeting has no place any more; it stands among those not placed."],
            filter.At(id, number),
            texts
        );

    [HttpPost("undo")]
    public async Task<IActionResult> Undo(
        ExpoId id,
        int number,
        [FromQuery] DraftFilter filter,
        Actor actor,
        [FromServices] UndoMove undo,
        CancellationToken cancellationToken
    ) => this.Told(await undo.ExecuteAsync(id, number, actor, cancellationToken), texts["It is undone."], filter.At(id, number), texts);

    /// <param name="meeting">None for all that stand.</param>
    [HttpPost("lock")]
    public async Task<IActionResult> Lock(
        ExpoId id,
        int number,
        Guid? meeting,
        bool locks,
        [FromQuery] DraftFilter filter,
        Actor actor,
        [FromServices] LockMeetings lockMeetings,
        CancellationToken cancellationToken
    ) =>
        this.Told(
            await lockMeetings.ExecuteAsync(id, number, meeting, locks, actor, cancellationToken),
            locks ? texts["Locked. Later searches leave it where it is."] : texts["No longer locked."],
            filter.At(id, number),
            texts
        );
}
