namespace Matchmaking.Web.Security;

/// <summary>
/// The framework answers a form with a NUL in it by 400, and everything typed is lost. Here a NUL becomes U+FFFD, the sign for what cannot
/// be read: the form's own rules refuse it at its field, and whoever typed it sees where it stands.
/// </summary>
internal static class ReadableForms
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    public static void UseReadableForms(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.ContentType?.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase) == true)
                {
                    context.Request.Body = new NulFreeFormStream(context.Request.Body);
                }

                return next(context);
            }
        );
}
