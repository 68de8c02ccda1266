namespace Matchmaking.Web.Security;

/// <summary>
/// An address of nothing answers 404 to everybody. Without this the fallback policy, which guards every endpoint that names no other one, would
/// send a stranger to the sign-in first, only to say afterwards that there is nothing. In Development a fallback stands behind all endpoints,
/// for files made since the build: it answers 404 itself, to strangers as well.
/// </summary>
internal static class UnknownAddresses
{
    public static void UseUnknownAddresses(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                switch (context.GetEndpoint())
                {
                    case RouteEndpoint { Order: int.MaxValue, RequestDelegate: { } fallback }:
                        return fallback(context);
                    case not null:
                        return next(context);
                    default:
                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                        return Task.CompletedTask;
                }
            }
        );
}
