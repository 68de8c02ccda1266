using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Expos.Timetables;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos;

[Authorize(Policies.Agency)]
[Route("organise/{id}/slots")]
public sealed class ExpoSlotsController(IStringLocalizer<Texts> texts, ReadExpo read) : Controller
{
    private const string Page = "Slots";

    /// <param name="form">In the address when somebody counts without a script.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(ExpoId id, [FromQuery] SlotForm form, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return NotFound();
        }

        if (!Request.Query.ContainsKey(nameof(form.Minutes)))
        {
            ModelState.Clear();
            form.Days = [.. expo.Value.Profile.Days];
        }

        return View(Page, new SlotsPage(expo.Value, form));
    }

    /// <summary>The sentence that says how many slots the form would make.</summary>
    [HttpGet("count")]
    public async Task<IActionResult> Count(ExpoId id, [FromQuery] SlotForm form, Actor actor, CancellationToken cancellationToken)
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        return expo.Succeeded ? PartialView("_SlotCount", new SlotsPage(expo.Value, form)) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Add(
        ExpoId id,
        SlotForm form,
        Actor actor,
        [FromServices] AddSlots add,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid(Page, new SlotsPage(expo.Value, form));
        }

        var added = await add.ExecuteAsync(id, form.ToPlan(), [.. form.Days], actor, cancellationToken);
        return this.Answer(
            added,
            () => this.Done(texts["The slots are there."], $"/organise/{id}/slots"),
            () => View(Page, new SlotsPage(expo.Value, form))
        );
    }

    /// <summary>In two steps: what it hits is shown first.</summary>
    [HttpPost("shorten")]
    public async Task<IActionResult> Shorten(
        ExpoId id,
        IReadOnlyList<Guid> ids,
        int? length,
        bool confirmed,
        Actor actor,
        [FromServices] ShortenSlots shorten,
        [FromServices] UnplaceMeetings unplace,
        CancellationToken cancellationToken
    )
    {
        var expo = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!expo.Succeeded || !ModelState.IsValid)
        {
            return NotFound();
        }

        var chosen = ids.ToHashSet();
        var slots = expo.Value.Slots.Where(slot => chosen.Contains(slot.Id)).OrderBy(slot => slot.Start).ToList();
        if (slots.Count == 0 || length is not { } minutes)
        {
            return this.Done(texts["Choose slots and say how long they shall be."], $"/organise/{id}/slots");
        }

        return confirmed
            ? this.Told(
                await shorten.ExecuteAsync(id, chosen, minutes, actor, cancellationToken),
                texts["The slots are shorter now."],
                $"/organise/{id}/slots",
                texts
            )
            : View(new ShortenPage(expo.Value, slots, minutes, await unplace.HitAsync(expo.Value, chosen, cancellationToken)));
    }
}

/// <summary>Slots that are to end earlier, and what that hits.</summary>
public sealed record ShortenPage(Expo Expo, IReadOnlyList<ExpoSlot> Slots, int Minutes, HitMeetings Hits);

public sealed record SlotsPage(Expo Expo, SlotForm Form)
{
    public IEnumerable<(DateOnly Day, IReadOnlyList<ExpoSlot> Slots)> Days => AbsencesModel.ByDay(Expo.Profile, Expo.Slots);
}

public sealed class SlotForm
{
    [Required]
    public TimeOnly? Start { get; set; } = new(9, 30);

    [Required]
    public TimeOnly? End { get; set; } = new(17, 0);

    [Range(SlotPlan.ShortestMinutes, SlotPlan.LongestMinutes)]
    public int Minutes { get; set; } = 30;

    [Range(0, SlotPlan.LongestGap)]
    public int Gap { get; set; } = 5;

    public TimeOnly? LunchStart { get; set; } = new(12, 0);

    public TimeOnly? LunchEnd { get; set; } = new(13, 30);

    public IList<DateOnly> Days { get; set; } = [];

    /// <summary>Of a form with a first and a last time.</summary>
    public SlotPlan ToPlan() => new(Start!.Value, End!.Value, Minutes, Gap, LunchStart, LunchEnd);
}
