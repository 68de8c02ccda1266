namespace Matchmaking.Web.Security;

/// <summary>
/// An address of nothing answers 404 to everybody. Without this the fallback policy, which guards every endpoint that names no other one, would
/// send a stranger to the sign-in first, only to say afterwards that there is nothing.
/// </summary>
internal static class UnknownAddresses
{
    public static void UseUnknownAddresses(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint() is not null)
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );
}
