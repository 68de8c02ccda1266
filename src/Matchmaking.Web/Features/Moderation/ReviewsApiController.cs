using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Core.Moderation;
using Matchmaking.Web.Api;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Moderation;

/// <summary>What waits for the agency, for its own systems. People decide on the site.</summary>
[Tags("Reviews")]
[Route("api/reviews")]
[Authorize(Policies.Agency)]
[Authorize(ApiScopes.ReviewsRead)]
public sealed class ReviewsApiController : ApiControllerBase
{
    /// <summary>New and changed listings, the one that has waited longest first, at most a hundred.</summary>
    [HttpGet("")]
    [ProducesResponseType<ReviewQueue>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(
        ReviewQueueFilter filter,
        Actor actor,
        [FromServices] ListReviewQueue list,
        CancellationToken cancellationToken
    ) => Ok(await list.ExecuteAsync(filter, actor, cancellationToken));
}
