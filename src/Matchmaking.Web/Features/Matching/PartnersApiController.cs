using Matchmaking.Core.Common;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Web.Api;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Matching;

/// <summary>The same lists as on the pages, for programs.</summary>
[Tags("Partners")]
[Route("api")]
public sealed class PartnersApiController : ApiControllerBase
{
    /// <summary>Firms of the other country, ranked for the caller's firm.</summary>
    [HttpGet("partners")]
    [Authorize(Policies.Company)]
    [Authorize(ApiScopes.PartnersRead)]
    [ProducesResponseType<PartnersPage>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Partners(
        [FromQuery] PartnersFilter filter,
        Actor actor,
        [FromServices] FindPartners find,
        CancellationToken cancellationToken
    )
    {
        var found = await find.ExecuteAsync(filter.ToRequest(), actor, cancellationToken);
        return this.ApiAnswer(found, () => Ok(found.Value));
    }

    /// <summary>Published offers, needs and firms that hold the words.</summary>
    [HttpGet("search")]
    [AllowAnonymous]
    [ProducesResponseType<SearchPage>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Search(
        [FromQuery] SearchFilter filter,
        [FromServices] SearchPartners search,
        CancellationToken cancellationToken
    )
    {
        var found = await search.ExecuteAsync(filter.ToRequest(), cancellationToken);
        return this.ApiAnswer(found, () => Ok(found.Value));
    }
}
