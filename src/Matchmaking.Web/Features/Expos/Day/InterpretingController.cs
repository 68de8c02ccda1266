using Matchmaking.Core.Common;
using Matchmaking.Core.Expos.Day;
using Matchmaking.Core.Expos.Programme;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Expos.Day;

/// <summary>The list of one interpreter. They have no account: whoever has the address reads it, and it is kept nowhere.</summary>
[AllowAnonymous]
[Route("interpreting")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InterpretingController(ReadInterpreterList read) : Controller
{
    [HttpGet("{code}")]
    public async Task<IActionResult> Index(string code, CancellationToken cancellationToken)
    {
        var list = await read.ExecuteAsync(code, cancellationToken);
        if (!list.Succeeded)
        {
            return NotFound();
        }

        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return View("Interpreting", new InterpretingPage(list.Value));
    }
}

public sealed record InterpretingPage(InterpreterList List)
{
    /// <summary>By the days of the hall.</summary>
    public IEnumerable<IGrouping<DateOnly, PlannedMeeting>> Days =>
        List.Meetings.GroupBy(meeting => DateOnly.FromDateTime(meeting.Start + List.Profile.Hall.Offset()));
}
