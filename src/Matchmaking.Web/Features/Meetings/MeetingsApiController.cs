using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Core.Meetings;
using Matchmaking.Web.Api;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Meetings;

/// <summary>The firm's meetings, for programs. People answer them on the site.</summary>
[Tags("Meetings")]
[Route("api/meetings")]
[Authorize(Policies.Company)]
[Authorize(ApiScopes.MeetingsRead)]
public sealed class MeetingsApiController : ApiControllerBase
{
    /// <summary>All open meetings of the firm, and a page of the past ones.</summary>
    [HttpGet("")]
    [ProducesResponseType<MeetingList>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(int? page, Actor actor, [FromServices] ListMeetings list, CancellationToken cancellationToken) =>
        Ok(await list.ExecuteAsync(page ?? 1, actor, cancellationToken));

    /// <summary>One meeting: where it stands, whose turn it is, and the times to choose from.</summary>
    [HttpGet("{id}")]
    [ProducesResponseType<MeetingAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Get(
        MeetingRequestId id,
        Actor actor,
        [FromServices] ShowMeeting show,
        CancellationToken cancellationToken
    )
    {
        var meeting = await show.ExecuteAsync(id, actor, cancellationToken);
        return this.ApiAnswer(meeting, () => Ok(MeetingAnswer.Of(meeting.Value)));
    }
}

/// <param name="Deadline">Until when the side whose turn it is may answer.</param>
/// <param name="Contact">The other firm's contact details, once both have said yes.</param>
public sealed record MeetingAnswer(
    MeetingRequestId Id,
    MeetingState State,
    bool IsOurTurn,
    DateTime? Deadline,
    MeetingFormat Format,
    TimeSlot? Agreed,
    IReadOnlyList<MeetingChoice> Choices,
    MeetingFirm Ours,
    MeetingFirm Theirs,
    string? OurPerson,
    string? TheirPerson,
    MeetingSubject? OurListing,
    MeetingSubject? TheirListing,
    ContactDetails? Contact
)
{
    internal static MeetingAnswer Of(MeetingView meeting) =>
        new(
            meeting.Id,
            meeting.State,
            meeting.IsOurTurn,
            meeting.Deadline,
            meeting.Format,
            meeting.Agreed,
            meeting.Choices,
            meeting.Ours,
            meeting.Theirs,
            meeting.OurPerson?.Name,
            meeting.TheirPerson?.Name,
            meeting.OurListing,
            meeting.TheirListing,
            meeting.Contact
        );
}
