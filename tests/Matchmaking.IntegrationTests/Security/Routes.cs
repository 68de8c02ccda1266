using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Matchmaking.IntegrationTests.Security;

/// <param name="Access"><c>anonymous</c>, <c>signed in</c>, or the policies.</param>
internal sealed record Route(string Pattern, string Verbs, string Access)
{
    public override string ToString() => $"{Pattern} {Verbs} [{Access}]";
}

/// <summary>What the site answers to, and to whom; its static files apart.</summary>
internal static class Routes
{
    public static IReadOnlyList<Route> Of(IEnumerable<Endpoint> endpoints) =>
        [
            .. endpoints
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Select(endpoint => new Route($"/{endpoint.RoutePattern.RawText?.TrimStart('/')}", Verbs(endpoint), Access(endpoint)))
                .Distinct()
                .OrderBy(route => route.ToString(), StringComparer.Ordinal),
        ];

    private static string Verbs(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: { Count: > 0 } verbs }
            ? string.Join(',', verbs.Order(StringComparer.Ordinal))
            : "*";

    private static string Access(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return "anonymous";
        }

        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>().Distinct();
        return string.Join('+', policies) is { Length: > 0 } named ? named : "signed in";
    }
}
