using System.Globalization;
using Matchmaking.Web.Api;
using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Home;

/// <summary>Says what happened and what to do, and nothing of how the site works inside. Reached by re-execution, so by any verb.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ApiExplorerSettings(IgnoreApi = true)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorsController : Controller
{
    /// <summary>The code is not bound: the form that led here may be unreadable, and would take the route's values down with it.</summary>
    [Route("/error/{code:int:range(400,599)}")]
    public IActionResult Error()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
        {
            Response.StatusCode = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        }

        return AskedAt.StartsWithSegments(ApiRequests.Path, StringComparison.OrdinalIgnoreCase)
            ? ApiProblem.Of(HttpContext, Response.StatusCode)
            : View(new ErrorPage(Response.StatusCode, HttpContext.TraceIdentifier));
    }

    /// <summary>The path before this one took its place.</summary>
    private PathString AskedAt =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
}

/// <param name="Reference">Leads to the log lines of this request.</param>
public sealed record ErrorPage(int Code, string Reference);
