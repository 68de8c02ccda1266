using Microsoft.AspNetCore.Authorization;
using OpenIddict.Abstractions;

namespace Matchmaking.Web.Security;

/// <summary>An access token must hold the scope; a person with a cookie may do here what the site lets them do.</summary>
internal sealed record ScopeRequirement(string Scope) : IAuthorizationRequirement;

internal sealed class ScopeRequirementHandler : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.Resource is HttpContext http && (!http.Request.HasToken() || context.User.HasScope(requirement.Scope)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
