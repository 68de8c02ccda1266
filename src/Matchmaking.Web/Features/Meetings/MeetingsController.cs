using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Meetings;

/// <summary>The firm's meetings: the list and the thread of one.</summary>
[Authorize(Policies.Company)]
[Route("meetings")]
public sealed class MeetingsController : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(
        MeetingGroup? group,
        int page,
        Actor actor,
        [FromServices] ListMeetings list,
        CancellationToken cancellationToken
    )
    {
        ModelState.Clear();
        return View(new MeetingListModel(await list.ExecuteAsync(page, actor, cancellationToken), group));
    }

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(
        MeetingRequestId id,
        Actor actor,
        [FromServices] ShowMeeting show,
        CancellationToken cancellationToken
    )
    {
        var meeting = await show.ExecuteAsync(id, actor, cancellationToken);
        return meeting.Succeeded ? View(new MeetingModel(meeting.Value, new MeetingAnswerForm())) : NotFound();
    }

    [HttpGet("{id}/calendar.ics")]
    public async Task<IActionResult> Calendar(
        MeetingRequestId id,
        Actor actor,
        [FromServices] ReadMeetingCalendar read,
        [FromServices] MeetingInvitation invitation,
        [FromServices] IStringLocalizer<Texts> texts,
        CancellationToken cancellationToken
    )
    {
        var calendar = await read.ExecuteAsync(id, actor, cancellationToken);
        if (!calendar.Succeeded)
        {
            return NotFound();
        }

        var file = invitation.Write(calendar.Value, texts, ReaderLanguage.Current);
        return File(file.Content.ToArray(), file.ContentType, file.FileName);
    }
}

/// <param name="Group">Only this part; null = all that is open.</param>
public sealed record MeetingListModel(MeetingList List, MeetingGroup? Group)
{
    public IEnumerable<MeetingRow> Rows =>
        Group == MeetingGroup.Past ? List.Past.Items : List.Open.Where(row => Group is null || row.Group == Group);
}

/// <param name="Unsent">What was written for a step that is open no longer: kept in sight, to be copied.</param>
public sealed record MeetingModel(MeetingView Meeting, MeetingAnswerForm Form, string? Unsent = null);
