using Microsoft.AspNetCore.Mvc;

namespace Matchmaking.Web.Security;

/// <summary>Where somebody goes after a form. Only paths of this site count, so that no link can lead through it to another.</summary>
internal static class ReturnAddress
{
    public static IActionResult ReturnTo(this Controller controller, string? address, string otherwise = "/") =>
        controller.LocalRedirect(controller.Url.IsLocalUrl(address) ? address : otherwise);

    /// <summary>The address when it may be followed, else null.</summary>
    public static string? Checked(this Controller controller, string? address) => controller.Url.IsLocalUrl(address) ? address : null;
}
