using System.Net.Http.Headers;
using OpenIddict.Validation.AspNetCore;

namespace Matchmaking.Web.Security;

/// <summary>Requests to <c>/api</c> come with an access token or with the cookie of a signed-in person; one with a token is judged by it alone.</summary>
internal static class ApiRequests
{
    public const string TokenScheme = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme;
    public static readonly PathString Path = "/api";

    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);

    public static bool HasToken(this HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase);
}
