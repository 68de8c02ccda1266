using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Meetings;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Meetings;

/// <summary>The form with which a firm asks another for a meeting.</summary>
[Authorize(Policies.Company)]
[Route("meetings/request")]
public sealed class MeetingRequestsController(PrepareMeetingRequest prepare, MeetingSuggestions suggestions, IStringLocalizer<Texts> texts)
    : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(CompanyId? company, ListingId? listing, Actor actor, CancellationToken cancellationToken)
    {
        if (company is not { } asked)
        {
            return NotFound();
        }

        var prepared = await prepare.ExecuteAsync(asked, listing, actor, cancellationToken);
        if (prepared is { Succeeded: true, Value.Open: { TheyAsked: false } open })
        {
            return this.Done(texts["There is an open request or meeting with this firm."], $"/meetings/{open.Id}");
        }

        ModelState.Clear();
        var form = new MeetingRequestForm
        {
            Company = asked,
            Listing = listing,
            Person = actor.UserId,
        };
        return await PageAsync(form, actor, cancellationToken);
    }

    [HttpPost("")]
    public async Task<IActionResult> Ask(
        MeetingRequestForm form,
        Actor actor,
        [FromServices] AskForMeeting ask,
        CancellationToken cancellationToken
    )
    {
        var prepared = await prepare.ExecuteAsync(form.Company, form.Listing, actor, cancellationToken);
        if (!prepared.Succeeded)
        {
            return NotFound();
        }

        if (form.More)
        {
            ModelState.Clear();
            return await PageAsync(form, actor, cancellationToken);
        }

        var times = form.ReadTimes(prepared.Value.OwnCountry);
        if (string.IsNullOrWhiteSpace(form.Message))
        {
            ModelState.AddModelError(nameof(form.Message), texts["Please fill in this field."]);
        }

        if (times is { Succeeded: true, Value.Count: 0 })
        {
            times = MeetingErrors.TimeCount;
        }

        if (!ModelState.IsValid || !times.Succeeded)
        {
            var page = await PageAsync(form, actor, cancellationToken);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return times.Succeeded ? page : this.Answer(times, () => page, () => page);
        }

        var message = form.Message!.Trim();
        var about = prepared.Value.TheirListing?.Id;
        var result = await ask.ExecuteAsync(
            new MeetingAsk(
                form.Company,
                form.Person ?? actor.UserId,
                about,
                form.OwnListing ?? (about is null ? form.Listing : null),
                form.Format,
                times.Value,
                message,
                LanguageDetector.Detect(message)
            ),
            actor,
            cancellationToken
        );
        if (result.Succeeded)
        {
            return this.Done(texts["The request is on its way."], $"/meetings/{result.Value}");
        }

        var again = await PageAsync(form, actor, cancellationToken);
        return this.Answer(result, () => again, () => again);
    }

    private async Task<IActionResult> PageAsync(MeetingRequestForm form, Actor actor, CancellationToken cancellationToken)
    {
        var page = await prepare.ExecuteAsync(form.Company, form.Listing, actor, cancellationToken);
        if (!page.Succeeded)
        {
            return NotFound();
        }

        var person = form.Person is { } chosen && page.Value.Colleagues.Any(colleague => colleague.Id == chosen) ? chosen : actor.UserId;
        var times = await suggestions.ForAsync(form, page.Value.OwnCountry, person, moved: null, cancellationToken);
        return View("Ask", new MeetingRequestModel(form, page.Value, times));
    }
}

public sealed record MeetingRequestModel(MeetingRequestForm Form, MeetingRequestPage Page, MeetingTimesModel Times);
