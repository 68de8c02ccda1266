using Matchmaking.Core.Common;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Shared;

/// <summary>The one place where a <see cref="Result"/> becomes an answer over HTTP.</summary>
public static class ResultMapping
{
    private const string RetrySeconds = "30";

    /// <summary>
    /// On success <paramref name="ok"/>; a hidden or missing object answers 404; any other error goes to the model state and
    /// <paramref name="form"/> shows the form again, filled in as it was sent, with 422 (409 when somebody else was faster, 503 when a server that it takes is away).
    /// </summary>
    public static IActionResult Answer(this Controller controller, Result result, Func<IActionResult> ok, Func<IActionResult> form)
    {
        if (result.Succeeded)
        {
            return ok();
        }

        if (result.Errors.Any(error => error.Kind == ErrorKind.NotFound))
        {
            return controller.NotFound();
        }

        var texts = controller.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        foreach (var error in result.Errors)
        {
            controller.ModelState.AddModelError(error.Field ?? string.Empty, texts.Sentence(error));
        }

        controller.Response.StatusCode = result.FailureStatus(controller.Response);
        return form();
    }

    /// <summary>Of an answer that says what went wrong; one that will do later says so in its head too.</summary>
    internal static int FailureStatus(this Result result, HttpResponse response)
    {
        if (result.Errors.Any(error => error.Kind == ErrorKind.Unavailable))
        {
            response.Headers.RetryAfter = RetrySeconds;
            return StatusCodes.Status503ServiceUnavailable;
        }

        return result.Errors.Any(error => error.Kind == ErrorKind.Conflict)
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>The form again with what its attributes found, as 422.</summary>
    public static IActionResult Invalid(this Controller controller, string view, object form)
    {
        controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return controller.View(view, form);
    }

    /// <summary>Goes on to a page of the site, which says what has been done.</summary>
    public static IActionResult Done(this Controller controller, string notice, string path)
    {
        controller.TempData["Notice"] = notice;
        return controller.LocalRedirect(path);
    }

    /// <summary>The error in the reader's language; times in both zones.</summary>
    public static string Sentence(this IStringLocalizer texts, Error error) =>
        texts[
            $"error.{error.Code}",
            [.. error.Arguments.Select(argument => argument is DateTime time ? LocalTimes.InBothZones(time) : argument)]
        ];
}
