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

/// <summary>The steps that a side can take from the thread page.</summary>
[Authorize(Policies.Company)]
[Route("meetings/{id}")]
public sealed class MeetingAnswersController(ShowMeeting show, IStringLocalizer<Texts> texts) : Controller
{
    [HttpPost("accept")]
    public Task<IActionResult> Accept(
        MeetingRequestId id,
        MeetingAnswerForm form,
        Actor actor,
        [FromServices] AcceptMeeting accept,
        CancellationToken cancellationToken
    ) =>
        MeetingTimesForm.Parse(form.Time) is { } time
            ? StepAsync(
                id,
                form,
                actor,
                () => accept.ExecuteAsync(id, form.Version, time, actor, cancellationToken),
                texts["The meeting is agreed. A calendar file is on its way to both sides."],
                cancellationToken
            )
            : StepAsync(id, form, actor, () => Task.FromResult<Result>(MeetingErrors.TimeNotProposed), string.Empty, cancellationToken);

    [HttpPost("agree")]
    public Task<IActionResult> Agree(
        MeetingRequestId id,
        MeetingAnswerForm form,
        Actor actor,
        [FromServices] AcceptMeeting accept,
        CancellationToken cancellationToken
    ) =>
        StepAsync(
            id,
            form,
            actor,
            () => accept.ExecuteAsync(id, form.Version, start: null, actor, cancellationToken),
            texts["You have agreed to meet. Contact details are open now; settle the time next."],
            cancellationToken
        );

    [HttpPost("decline")]
    public Task<IActionResult> Decline(
        MeetingRequestId id,
        MeetingAnswerForm form,
        Actor actor,
        [FromServices] DeclineMeeting decline,
        CancellationToken cancellationToken
    ) =>
        StepAsync(
            id,
            form,
            actor,
            () => decline.ExecuteAsync(id, form.Version, Reason(form), Written(form), actor, cancellationToken),
            texts["The request is declined."],
            cancellationToken
        );

    [HttpPost("withdraw")]
    public Task<IActionResult> Withdraw(
        MeetingRequestId id,
        MeetingAnswerForm form,
        Actor actor,
        [FromServices] WithdrawMeeting withdraw,
        CancellationToken cancellationToken
    ) =>
        StepAsync(
            id,
            form,
            actor,
            () => withdraw.ExecuteAsync(id, form.Version, Reason(form), Written(form), actor, cancellationToken),
            texts["The request is withdrawn."],
            cancellationToken
        );

    [HttpPost("cancel")]
    public Task<IActionResult> Cancel(
        MeetingRequestId id,
        MeetingAnswerForm form,
        Actor actor,
        [FromServices] CancelMeeting cancel,
        CancellationToken cancellationToken
    ) =>
        StepAsync(
            id,
            form,
            actor,
            () => cancel.ExecuteAsync(id, form.Version, Reason(form), Written(form), actor, cancellationToken),
            texts["The meeting is cancelled. The entry in both calendars goes with the mail."],
            cancellationToken
        );

    [HttpPost("keep")]
    public Task<IActionResult> Keep(
        MeetingRequestId id,
        MeetingAnswerForm form,
        Actor actor,
        [FromServices] KeepMeetingTime keep,
        CancellationToken cancellationToken
    ) =>
        StepAsync(
            id,
            form,
            actor,
            () => keep.ExecuteAsync(id, form.Version, actor, cancellationToken),
            texts["The agreed time stands."],
            cancellationToken
        );

    [HttpPost("delegate")]
    public Task<IActionResult> Delegate(
        MeetingRequestId id,
        MeetingAnswerForm form,
        Actor actor,
        [FromServices] DelegateMeeting delegateMeeting,
        CancellationToken cancellationToken
    ) =>
        StepAsync(
            id,
            form,
            actor,
            () => delegateMeeting.ExecuteAsync(id, form.Version, form.Person ?? Guid.Empty, actor, cancellationToken),
            texts["Your colleague takes part now."],
            cancellationToken
        );

    [HttpGet("times")]
    public async Task<IActionResult> Propose(
        MeetingRequestId id,
        Actor actor,
        [FromServices] MeetingSuggestions suggestions,
        CancellationToken cancellationToken
    ) => await ProposalPageAsync(id, new MeetingTimesForm(), actor, suggestions, cancellationToken);

    [HttpPost("times")]
    public async Task<IActionResult> Propose(
        MeetingRequestId id,
        MeetingTimesForm form,
        Actor actor,
        [FromServices] ProposeMeetingTimes propose,
        [FromServices] MeetingSuggestions suggestions,
        CancellationToken cancellationToken
    )
    {
        var meeting = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!meeting.Succeeded)
        {
            return NotFound();
        }

        if (form.More)
        {
            ModelState.Clear();
            return await ProposalPageAsync(id, form, actor, suggestions, cancellationToken);
        }

        var times = form.ReadTimes(meeting.Value.Ours.Country);
        var message = form.Message?.Trim() ?? string.Empty;
        Result result =
            !times.Succeeded ? times
            : !ModelState.IsValid ? Result.Success
            : await propose.ExecuteAsync(
                id,
                form.Version,
                times.Value,
                message,
                LanguageDetector.Detect(message),
                actor,
                cancellationToken
            );
        if (result.Succeeded && ModelState.IsValid)
        {
            return this.Done(texts["Your times are on their way."], $"/meetings/{id}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var present = await show.ExecuteAsync(id, actor, cancellationToken);
        var page = present is { Succeeded: true, Value.CanPropose: false }
            ? View("Show", new MeetingModel(present.Value, new MeetingAnswerForm(), form.Message))
            : await ProposalPageAsync(id, form, actor, suggestions, cancellationToken);
        return this.Answer(result, () => page, () => page);
    }

    private async Task<IActionResult> ProposalPageAsync(
        MeetingRequestId id,
        MeetingTimesForm form,
        Actor actor,
        MeetingSuggestions suggestions,
        CancellationToken cancellationToken
    )
    {
        var meeting = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!meeting.Succeeded || !meeting.Value.CanPropose)
        {
            return meeting.Succeeded ? LocalRedirect($"/meetings/{id}") : NotFound();
        }

        var person = meeting.Value.OurPerson?.Id ?? actor.UserId;
        var agreed = meeting.Value.State == MeetingState.Scheduled ? meeting.Value.Agreed?.Start : null;
        var times = await suggestions.ForAsync(form, meeting.Value.Ours.Country, person, (id, agreed), cancellationToken);
        return View("Propose", new MeetingProposalModel(meeting.Value, times));
    }

    private async Task<IActionResult> StepAsync(
        MeetingRequestId id,
        MeetingAnswerForm form,
        Actor actor,
        Func<Task<Result>> step,
        string done,
        CancellationToken cancellationToken
    )
    {
        var result = ModelState.IsValid ? await step() : Result.Success;
        if (result.Succeeded && ModelState.IsValid)
        {
            return this.Done(done, $"/meetings/{id}");
        }

        var meeting = await show.ExecuteAsync(id, actor, cancellationToken);
        if (!meeting.Succeeded)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var isOpenStill = meeting.Value.CanDecline || meeting.Value.CanWithdraw || meeting.Value.CanCancel;
        var page = View("Show", new MeetingModel(meeting.Value, form, isOpenStill ? null : form.Reason));
        return this.Answer(result, () => page, () => page);
    }

    private static string Reason(MeetingAnswerForm form) => form.Reason?.Trim() ?? string.Empty;

    private static LanguageCode Written(MeetingAnswerForm form) => LanguageDetector.Detect(Reason(form));
}

public sealed record MeetingProposalModel(MeetingView Meeting, MeetingTimesModel Times);
