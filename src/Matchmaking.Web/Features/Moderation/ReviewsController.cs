using Matchmaking.Core.Common;
using Matchmaking.Core.Moderation;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Moderation;

/// <summary>The agency's queue: take a change, read it, decide; the next one opens by itself.</summary>
[Route("reviews")]
[Authorize(Policies.Agency)]
public sealed class ReviewsController(
    ListReviewQueue queue,
    ShowReview show,
    TakeReview take,
    FindNextReview findNext,
    IStringLocalizer<Texts> texts
) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ReviewQueueFilter filter, Actor actor, CancellationToken cancellationToken) =>
        View(new ReviewQueueModel(await queue.ExecuteAsync(filter, actor, cancellationToken), filter, actor.UserId));

    [HttpPost("next")]
    public async Task<IActionResult> Next(Actor actor, CancellationToken cancellationToken) =>
        LocalRedirect(await NextPathAsync(actor, cancellationToken));

    [HttpGet("{id}")]
    public Task<IActionResult> Show(ListingId id, Actor actor, CancellationToken cancellationToken) =>
        PageAsync(id, reason: null, actor, cancellationToken);

    [HttpPost("{id}/take")]
    public async Task<IActionResult> Take(ListingId id, Actor actor, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await take.ExecuteAsync(id, actor, cancellationToken), $"/reviews/{id}", null, actor, cancellationToken);

    [HttpPost("{id}/release")]
    public async Task<IActionResult> Release(
        ListingId id,
        Actor actor,
        [FromServices] ReleaseReview release,
        CancellationToken cancellationToken
    ) => await AnswerAsync(id, await release.ExecuteAsync(id, actor, cancellationToken), "/reviews", null, actor, cancellationToken);

    [HttpPost("{id}/decide")]
    public async Task<IActionResult> Decide(
        ListingId id,
        ReviewDecision decision,
        string? reason,
        long version,
        Actor actor,
        [FromServices] DecideReview decide,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await PageAsync(id, reason, actor, cancellationToken);
        }

        var decided = await decide.ExecuteAsync(id, decision, reason, version, actor, cancellationToken);
        if (decided.Succeeded)
        {
            TempData["Notice"] = texts[$"decision.{decision}"].Value;
            return LocalRedirect(await NextPathAsync(actor, cancellationToken));
        }

        return await AnswerAsync(id, decided, "/reviews", reason, actor, cancellationToken);
    }

    /// <summary>Takes what has waited longest; another reviewer may be faster, then the queue shows what is left.</summary>
    private async Task<string> NextPathAsync(Actor actor, CancellationToken cancellationToken) =>
        await findNext.ExecuteAsync(actor, cancellationToken) is { } id && (await take.ExecuteAsync(id, actor, cancellationToken)).Succeeded
            ? $"/reviews/{id}"
            : "/reviews";

    private async Task<IActionResult> AnswerAsync(
        ListingId id,
        Result result,
        string path,
        string? reason,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var page = result.Succeeded ? null : await PageAsync(id, reason, actor, cancellationToken);
        return this.Answer(result, () => LocalRedirect(path), () => page!);
    }

    private async Task<IActionResult> PageAsync(ListingId id, string? reason, Actor actor, CancellationToken cancellationToken) =>
        await show.ExecuteAsync(id, actor, cancellationToken) is { } review
            ? View(
                "Review",
                new ReviewModel
                {
                    Review = review,
                    Queue = await queue.ExecuteAsync(ReviewQueueFilter.All, actor, cancellationToken),
                    Reason = reason,
                }
            )
            : NotFound();
}

/// <param name="Reader">Whose own rows are marked.</param>
public sealed record ReviewQueueModel(ReviewQueue Queue, ReviewQueueFilter Filter, Guid Reader);

public sealed record ReviewModel
{
    public required ReviewView Review { get; init; }

    public required ReviewQueue Queue { get; init; }

    /// <summary>As typed, when the page is shown again.</summary>
    public required string? Reason { get; init; }
}
