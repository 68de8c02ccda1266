using Matchmaking.Core.Common;
using Matchmaking.Core.Meetings.MetTitles;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Terms;

/// <summary>Titles that met although no word of the glossary joins them: do they mean the same?</summary>
[Route("terms/met")]
public sealed class MetTitlesController(IStringLocalizer<Texts> texts) : Controller
{
    private const string Page = "/terms/met";

    /// <summary>Which pair can be brought back.</summary>
    internal const string Dismissed = "DismissedPair";

    [HttpGet("")]
    public async Task<IActionResult> Index(int? page, Actor actor, [FromServices] ListMetTitles list, CancellationToken cancellationToken)
    {
        var pairs = await list.ExecuteAsync(page ?? 1, actor, cancellationToken);
        return pairs.Succeeded ? View("MetTitles", pairs.Value) : NotFound();
    }

    [HttpPost("dismiss")]
    public async Task<IActionResult> Dismiss(
        ListingId first,
        ListingId second,
        Actor actor,
        [FromServices] DismissMetTitles dismiss,
        CancellationToken cancellationToken
    )
    {
        var result = await dismiss.ExecuteAsync(first, second, actor, cancellationToken);
        if (result.Succeeded)
        {
            TempData[Dismissed] = $"{first} {second}";
        }

        return this.Answer(result, () => LocalRedirect(Page), NotFound);
    }

    [HttpPost("restore")]
    public async Task<IActionResult> Restore(
        ListingId first,
        ListingId second,
        Actor actor,
        [FromServices] RestoreMetTitles restore,
        CancellationToken cancellationToken
    ) =>
        this.Answer(
            await restore.ExecuteAsync(first, second, actor, cancellationToken),
            () => this.Done(texts["It is back."], Page),
            NotFound
        );
}
