using Matchmaking.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Matchmaking.Web.Api;

/// <summary>
/// A browser sends its cookie along with a foreign page's request, but never a token in a header: so callers with the cookie prove by the
/// antiforgery header that they are our own page, and callers with an access token need not.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ApiAntiforgeryAttribute : Attribute, IAsyncAuthorizationFilter, IAntiforgeryPolicy
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (
            !http.Request.HasToken()
            && !HttpMethods.IsGet(http.Request.Method)
            && !HttpMethods.IsHead(http.Request.Method)
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
        )
        {
            context.Result = ApiProblem.Of(http, StatusCodes.Status400BadRequest, ApiErrors.Antiforgery);
        }
    }
}
