using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Moderation;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Listings;

/// <summary>A firm's own offers and needs, and what everybody may see of them. Writing stands in <see cref="ListingEditorController"/>.</summary>
[Route("listings")]
public sealed class ListingsController(ShowOwnListing showOwn, ListDecisions decisions, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    [Authorize(Policies.Company)]
    public async Task<IActionResult> Index(
        OwnListingsFilter filter,
        int? page,
        Actor actor,
        [FromServices] ListOwnListings list,
        CancellationToken cancellationToken
    ) => View(new OwnListingsModel(await list.ExecuteAsync(filter, Math.Clamp(page ?? 1, 1, 1000), actor, cancellationToken), filter));

    /// <summary>One address for all: the firm's own people see where it stands, everybody else what is published.</summary>
    [HttpGet("{id}")]
    [AllowAnonymous]
    public async Task<IActionResult> Show(
        ListingId id,
        Actor? actor,
        [FromServices] ShowPublishedListing showPublished,
        CancellationToken cancellationToken
    )
    {
        if (actor is not null && await OwnViewAsync(id, actor, cancellationToken) is { } own)
        {
            return own;
        }

        return await showPublished.ExecuteAsync(id, actor, cancellationToken) is { } published
            ? View("Published", new PublishedListingModel(published))
            : NotFound();
    }

    [HttpPost("{id}/withdraw")]
    [Authorize(Policies.Company)]
    public async Task<IActionResult> Withdraw(
        ListingId id,
        Actor actor,
        [FromServices] WithdrawListing withdraw,
        CancellationToken cancellationToken
    ) =>
        await AnswerAsync(
            id,
            await withdraw.ExecuteAsync(id, actor, cancellationToken),
            () => this.Done(texts["Withdrawn. Nobody else sees it any more."], $"/listings/{id}"),
            actor,
            cancellationToken
        );

    [HttpPost("{id}/renew")]
    [Authorize(Policies.Company)]
    public async Task<IActionResult> Renew(
        ListingId id,
        DateOnly? validUntil,
        Actor actor,
        [FromServices] RenewListing renew,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await OwnViewAsync(id, actor, cancellationToken) ?? NotFound();
        }

        return await AnswerAsync(
            id,
            await renew.ExecuteAsync(id, validUntil, actor, cancellationToken),
            () => this.Done(texts["Published again, with the same text."], $"/listings/{id}"),
            actor,
            cancellationToken
        );
    }

    [HttpPost("{id}/duplicate")]
    [Authorize(Policies.Company)]
    public async Task<IActionResult> Duplicate(
        ListingId id,
        Actor actor,
        [FromServices] DuplicateListing duplicate,
        CancellationToken cancellationToken
    )
    {
        var copy = await duplicate.ExecuteAsync(id, actor, cancellationToken);
        return copy.Succeeded
            ? this.Done(texts["This is a copy. The first one stays as it is."], $"/listings/{copy.Value}/edit")
            : NotFound();
    }

    [HttpPost("{id}/discard")]
    [Authorize(Policies.Company)]
    public async Task<IActionResult> Discard(
        ListingId id,
        long version,
        Actor actor,
        [FromServices] DiscardDraft discard,
        CancellationToken cancellationToken
    ) =>
        await AnswerAsync(
            id,
            await discard.ExecuteAsync(id, version, actor, cancellationToken),
            () => this.Done(texts["Deleted."], "/listings"),
            actor,
            cancellationToken
        );

    private async Task<IActionResult> AnswerAsync(
        ListingId id,
        Result result,
        Func<IActionResult> ok,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var own = result.Succeeded ? null : await OwnViewAsync(id, actor, cancellationToken);
        return this.Answer(result, ok, () => own ?? NotFound());
    }

    private async Task<IActionResult?> OwnViewAsync(ListingId id, Actor actor, CancellationToken cancellationToken) =>
        await showOwn.ExecuteAsync(id, actor, cancellationToken) is { } own
            ? View("Own", new OwnListingModel(own, await decisions.ExecuteAsync(id, cancellationToken)))
            : null;
}

public sealed record OwnListingsModel(OwnListingsPage Page, OwnListingsFilter Filter);

public sealed record OwnListingModel(OwnListing Listing, IReadOnlyList<PastDecision> Decisions);

public sealed record PublishedListingModel(PublishedListing Listing);
