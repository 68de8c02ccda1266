using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Listings;

/// <summary>Writing an offer or a need. Where script runs, the form saves itself at the same address and is answered in JSON.</summary>
[Route("listings")]
[Authorize(Policies.Company)]
public sealed class ListingEditorController(OwnListings listings, ShowOwnListing show, SubmitListing submit, IStringLocalizer<Texts> texts)
    : Controller
{
    private const string Submission = "submit";

    [HttpGet("new")]
    public async Task<IActionResult> New(ListingKind kind, Actor actor, CancellationToken cancellationToken) =>
        View("Edit", new ListingForm { Kind = kind, Country = await listings.CountryAsync(actor, cancellationToken) });

    [HttpPost("new")]
    public async Task<IActionResult> New(
        ListingForm form,
        string? step,
        Actor actor,
        [FromServices] CreateListing create,
        CancellationToken cancellationToken
    )
    {
        form.Country = await listings.CountryAsync(actor, cancellationToken);
        return ModelState.IsValid
            ? await AnswerAsync(
                form,
                await create.ExecuteAsync(form.Kind, form.ToContent(), actor, cancellationToken),
                step,
                actor,
                cancellationToken
            )
            : Malformed(form);
    }

    [HttpGet("{id}/edit")]
    public async Task<IActionResult> Edit(ListingId id, Actor actor, CancellationToken cancellationToken) =>
        await show.ExecuteAsync(id, actor, cancellationToken) switch
        {
            null => NotFound(),
            { CanEdit: false } => LocalRedirect($"/listings/{id}"),
            var own => View(ListingForm.Of(own)),
        };

    [HttpPost("{id}/edit")]
    public async Task<IActionResult> Edit(
        ListingId id,
        ListingForm form,
        string? step,
        Actor actor,
        [FromServices] SaveListing save,
        CancellationToken cancellationToken
    )
    {
        if (await show.ExecuteAsync(id, actor, cancellationToken) is not { } present)
        {
            return NotFound();
        }

        (form.Present, form.Country) = (present, present.Country);
        return ModelState.IsValid
            ? await AnswerAsync(
                form,
                await save.ExecuteAsync(id, form.Kind, form.ToContent(), form.Version, actor, cancellationToken),
                step,
                actor,
                cancellationToken
            )
            : Malformed(form);
    }

    /// <summary>The part of the form that follows from the words, for the script that renews it after each save.</summary>
    [HttpGet("{id}/understood")]
    public async Task<IActionResult> Understood(ListingId id, Actor actor, CancellationToken cancellationToken) =>
        await show.ExecuteAsync(id, actor, cancellationToken) is { CanEdit: true } own
            ? PartialView("_Understood", ListingForm.Of(own))
            : NotFound();

    private async Task<IActionResult> AnswerAsync(
        ListingForm form,
        Result<SavedListing> saved,
        string? step,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var id = saved.Succeeded ? saved.Value.Id : form.Present?.Id;
        if (id is { } known && await show.ExecuteAsync(known, actor, cancellationToken) is { } present)
        {
            form.Present = present;
            form.IsStale = !saved.Succeeded && present.Version != form.Version;
        }

        if (WantsJson)
        {
            return saved.Succeeded ? Json(DraftAnswer.Of(saved.Value, form, texts)) : this.Answer(saved, NoContent, Complaints);
        }

        // The next attempt is made in the knowledge of what came between.
        form.Version = form.Present?.Version ?? 0;
        ModelState.Remove(nameof(form.Version));
        if (!saved.Succeeded)
        {
            return this.Answer(saved, NoContent, () => View("Edit", form));
        }

        return step == Submission
            ? this.Answer(
                await submit.ExecuteAsync(saved.Value.Id, actor, cancellationToken),
                () => this.Done(texts["Submitted. Your trade agency reads it next and you get a mail with the result."], $"/listings/{id}"),
                () => View("Edit", form)
            )
            : this.Done(texts["Saved."], $"/listings/{id}/edit");
    }

    private bool WantsJson => Request.GetTypedHeaders().Accept.FirstOrDefault()?.MediaType == "application/json";

    private IActionResult Malformed(ListingForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return WantsJson ? Complaints() : View("Edit", form);
    }

    private JsonResult Complaints() =>
        Json(new { message = string.Join(' ', ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage)) });
}

/// <summary>What the form's script needs to go on after a save.</summary>
/// <param name="Address">Where the draft is written on.</param>
/// <param name="Message">To be shown, in the reader's language.</param>
/// <param name="Language">The name of the language that was found in the text.</param>
public sealed record DraftAnswer(string Address, long Version, string Message, string Language)
{
    public static DraftAnswer Of(SavedListing saved, ListingForm form, IStringLocalizer texts) =>
        new(
            $"/listings/{saved.Id}/edit",
            saved.Version,
            texts["Saved by itself at {0}", LocalTimes.InBothZones(saved.SavedAt)],
            texts[$"language.{form.ToContent().Language}"]
        );
}
