using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Api;

/// <summary>What every part of the JSON API has in common.</summary>
[ApiController]
[ApiAntiforgery]
[Produces("application/json")]
public abstract class ApiControllerBase : ControllerBase;
