using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Day;

/// <summary>The hall as it stands now: who sits where, who is there, and which meetings took place.</summary>
[Authorize(Policies.Agency)]
[Route("organise/{id}/now")]
public sealed class NowController(IStringLocalizer<Texts> texts, ReadDay read) : Controller
{
    /// <param name="slot">Null for the one that is on.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, Guid? slot, Actor actor, CancellationToken cancellationToken)
    {
        var day = await read.ExecuteAsync(id, actor, cancellationToken);
        return day.Succeeded && ModelState.IsValid && NowPage.Of(day.Value, slot) is { } page ? View("Now", page) : NotFound();
    }

    /// <param name="meeting">Its id in all drafts.</param>
    /// <param name="state">Null to take back what was said.</param>
    /// <param name="slot">The one that is looked at.</param>
    [HttpPost("{meeting:guid}")]
    public async Task<IActionResult> Record(
        ExpoId id,
        Guid meeting,
        MeetingHeld? state,
        Guid? slot,
        Actor actor,
        [FromServices] RecordMeeting record,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var recorded = await record.ExecuteAsync(id, meeting, state, actor, cancellationToken);
        var done = state is null ? texts["It is taken back."] : texts["It is written down."];
        return this.Told(recorded, done, slot is null ? $"/organise/{id}/now" : $"/organise/{id}/now?slot={slot}", texts);
    }
}

/// <summary>One slot and the one after it.</summary>
public sealed record NowPage(ExpoDay Day, ExpoSlot Slot, ExpoSlot? Before, ExpoSlot? After)
{
    /// <summary>Null for a slot that is not of the expo, or an expo without slots.</summary>
    /// <param name="chosen">Null for the last one that has begun, and before that the first.</param>
    public static NowPage? Of(ExpoDay day, Guid? chosen)
    {
        var slots = day.Expo.Slots.OrderBy(slot => slot.Start).ToList();
        var index = chosen is { } id
            ? slots.FindIndex(slot => slot.Id == id)
            : Math.Max(slots.FindLastIndex(slot => slot.Start <= day.Now), 0);
        return slots.ElementAtOrDefault(index) is { } slot && index >= 0
            ? new NowPage(day, slot, slots.ElementAtOrDefault(index - 1), slots.ElementAtOrDefault(index + 1))
            : null;
    }
}

/// <param name="Slot">Whose meetings are shown.</param>
/// <param name="Seen">The first slot of the page, to which what is pressed leads back.</param>
public sealed record SlotOfDay(ExpoDay Day, ExpoSlot Slot, ExpoSlot Seen)
{
    public bool HasBegun => Slot.Start <= Day.Now;

    /// <summary>Table by table, also the empty ones.</summary>
    public IEnumerable<(ExpoTable Table, Core.Expos.Programme.PlannedMeeting? Meeting)> Tables
    {
        get
        {
            var meetings = Day.Planned.Where(meeting => meeting.Start == Slot.Start).ToDictionary(meeting => meeting.Table);
            return Day.Expo.Tables.OrderBy(table => table.Position).Select(table => (table, meetings.GetValueOrDefault(table.Name)));
        }
    }
}
