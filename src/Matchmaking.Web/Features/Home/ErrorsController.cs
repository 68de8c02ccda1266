using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Features.Home;

/// <summary>What is shown in the place of an answer that has only a status. Any method ends here, a failed POST as well.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    [Route("/error/{status:int:range(400, 599)}")]
    public IActionResult Show()
    {
        // Not bound as a parameter: that reads the form too, which may be the very thing that could not be read.
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = status;
        return View("Error", status);
    }
}
