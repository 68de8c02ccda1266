using System.Text.Json;
using Matchmaking.Core.Common;
using Matchmaking.Web.Features.Shared;
using Matchmaking.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Api;

/// <summary>What went wrong, as <c>application/problem+json</c>: a code for the program and a title in the reader's language.</summary>
internal static class ApiProblem
{
    public static JsonResult Of(HttpContext http, int status) => Of(http, status, ApiErrors.Of(status));

    public static JsonResult Of(HttpContext http, int status, Error error, IReadOnlyList<ApiFault>? faults = null)
    {
        var problem = new ProblemDetails { Status = status, Title = Texts(http).Sentence(error) };
        problem.Extensions["code"] = error.Code;
        problem.Extensions["reference"] = http.TraceIdentifier;
        if (faults is { Count: > 0 })
        {
            problem.Extensions["errors"] = faults;
        }

        return new JsonResult(problem) { StatusCode = status, ContentType = "application/problem+json" };
    }

    /// <summary>A body or a query that cannot be read; an identifier in the path that is none leads to nothing.</summary>
    public static IActionResult OfUnreadable(ActionContext context)
    {
        if (context.ModelState.Any(entry => entry.Value!.Errors.Count > 0 && context.RouteData.Values.ContainsKey(entry.Key)))
        {
            return new NotFoundResult();
        }

        var faults = context.ModelState.SelectMany(entry =>
            entry.Value!.Errors.Select(error => new ApiFault(ApiErrors.Unreadable.Code, Field(entry.Key), error.ErrorMessage))
        );
        return Of(context.HttpContext, StatusCodes.Status400BadRequest, ApiErrors.Unreadable, [.. faults]);
    }

    /// <summary>On success <paramref name="ok"/>; else 404, 409, 422 or 503, as on the pages.</summary>
    public static IActionResult ApiAnswer(this ControllerBase controller, Result result, Func<IActionResult> ok)
    {
        if (result.Succeeded)
        {
            return ok();
        }

        if (result.Errors.Any(error => error.Kind == ErrorKind.NotFound))
        {
            return controller.NotFound();
        }

        var texts = Texts(controller.HttpContext);
        return Of(
            controller.HttpContext,
            result.FailureStatus(controller.Response),
            result.Errors[0],
            [.. result.Errors.Select(error => new ApiFault(error.Code, Field(error.Field), texts.Sentence(error)))]
        );
    }

    private static IStringLocalizer<Texts> Texts(HttpContext http) => http.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();

    /// <summary>As in the body: <c>hsCodes</c>, whether a form, a rule or the reader of JSON (<c>$.hsCodes</c>) names it.</summary>
    private static string? Field(string? name) =>
        string.IsNullOrEmpty(name) ? null : JsonNamingPolicy.CamelCase.ConvertName(name.TrimStart('$', '.'));
}

/// <param name="Field">The field of the body or query, or null for the whole.</param>
public sealed record ApiFault(string Code, string? Field, string Message);

internal static class ApiErrors
{
    public static readonly Error Unreadable = new("request-unreadable");

    /// <summary>A caller with the site's cookie has not shown that it is one of our own pages.</summary>
    public static readonly Error Antiforgery = new("antiforgery");

    private static readonly Error Unauthenticated = new("unauthenticated");
    private static readonly Error Forbidden = new("forbidden");
    private static readonly Error MethodNotAllowed = new("method-not-allowed");
    private static readonly Error TooLarge = new("request-too-large");
    private static readonly Error MediaType = new("media-type");
    private static readonly Error TooMany = new("too-many-requests");
    private static readonly Error Failed = new("failed");

    public static Error Of(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => Unauthenticated,
            StatusCodes.Status403Forbidden => Forbidden,
            StatusCodes.Status404NotFound => Error.NotFound,
            StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => TooLarge,
            StatusCodes.Status415UnsupportedMediaType => MediaType,
            StatusCodes.Status429TooManyRequests => TooMany,
            >= StatusCodes.Status500InternalServerError => Failed,
            _ => Unreadable,
        };
}
