using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Matchmaking.Web.Security;

/// <summary>On an action that anybody may ask for and that costs a search: whoever is not signed in is limited by the address.</summary>
internal sealed class VisitorLimit(IOptions<RateLimitOptions> limits) : IAsyncActionFilter, IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimits.Partition(RateLimits.RemoteAddress(context), limits.Value.PerVisitorAddress)
    );

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.HttpContext.User.Identity?.IsAuthenticated != true)
        {
            using var lease = limiter.AttemptAcquire(context.HttpContext);
            if (!lease.IsAcquired)
            {
                RateLimits.AskForPatience(context.HttpContext.Response, lease);
                context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
                return;
            }
        }

        await next();
    }

    public void Dispose() => limiter.Dispose();
}
