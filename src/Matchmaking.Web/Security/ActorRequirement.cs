using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Authorization;

namespace Matchmaking.Web.Security;

internal sealed record ActorRequirement(Func<Actor, bool> IsMet) : IAuthorizationRequirement;

internal sealed class ActorRequirementHandler(CurrentActor current) : AuthorizationHandler<ActorRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ActorRequirement requirement)
    {
        if (await current.GetAsync(CancellationToken.None) is { } actor && requirement.IsMet(actor))
        {
            context.Succeed(requirement);
        }
    }
}
