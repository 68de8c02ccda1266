using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Core.Listings;
using Matchmaking.Web.Api;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Listings;

/// <summary>The firm's own offers and needs, for programs.</summary>
[Tags("Listings")]
[Route("api/listings")]
[Authorize(Policies.Company)]
public sealed class ListingsApiController(ShowOwnListing show) : ApiControllerBase
{
    /// <summary>The firm's offers and needs, last changed first, 50 a page.</summary>
    [HttpGet("")]
    [Authorize(ApiScopes.ListingsRead)]
    [ProducesResponseType<OwnListingsPage>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(
        OwnListingsFilter filter,
        int? page,
        Actor actor,
        [FromServices] ListOwnListings list,
        CancellationToken cancellationToken
    ) => Ok(await list.ExecuteAsync(filter, Math.Clamp(page ?? 1, 1, 1000), actor, cancellationToken));

    /// <summary>One of them: what is live, what is being changed, and which steps it allows now.</summary>
    [HttpGet("{id}")]
    [Authorize(ApiScopes.ListingsRead)]
    [ProducesResponseType<OwnListing>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Get(ListingId id, Actor actor, CancellationToken cancellationToken) =>
        await show.ExecuteAsync(id, actor, cancellationToken) is { } listing ? Ok(listing) : NotFound();

    /// <summary>Begins a draft, which nobody else sees.</summary>
    [HttpPost("")]
    [Authorize(ApiScopes.ListingsWrite)]
    [ProducesResponseType<SavedListing>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(
        ListingBody body,
        Actor actor,
        [FromServices] CreateListing create,
        CancellationToken cancellationToken
    )
    {
        var saved = await create.ExecuteAsync(body.Kind, body.ToContent(), actor, cancellationToken);
        return this.ApiAnswer(saved, () => Created($"/api/listings/{saved.Value.Id}", saved.Value));
    }

    /// <summary>Writes the whole text anew: of the draft, or as a pending change of what is published.</summary>
    /// <remarks>Refused with 409 when somebody has changed the listing since the version that the body names.</remarks>
    [HttpPut("{id}")]
    [Authorize(ApiScopes.ListingsWrite)]
    [ProducesResponseType<SavedListing>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Update(
        ListingId id,
        ListingBody body,
        Actor actor,
        [FromServices] SaveListing save,
        CancellationToken cancellationToken
    )
    {
        var saved = await save.ExecuteAsync(id, body.Kind, body.ToContent(), body.Version, actor, cancellationToken);
        return this.ApiAnswer(saved, () => Ok(saved.Value));
    }

    /// <summary>Puts the draft or the change into the trade agency's queue.</summary>
    [HttpPost("{id}/submit")]
    [Authorize(ApiScopes.ListingsWrite)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Submit(
        ListingId id,
        Actor actor,
        [FromServices] SubmitListing submit,
        CancellationToken cancellationToken
    ) => this.ApiAnswer(await submit.ExecuteAsync(id, actor, cancellationToken), NoContent);

    /// <summary>Takes the listing back for good.</summary>
    [HttpPost("{id}/withdraw")]
    [Authorize(ApiScopes.ListingsWrite)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Withdraw(
        ListingId id,
        Actor actor,
        [FromServices] WithdrawListing withdraw,
        CancellationToken cancellationToken
    ) => this.ApiAnswer(await withdraw.ExecuteAsync(id, actor, cancellationToken), NoContent);
}
