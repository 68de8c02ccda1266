using Matchmaking.Core.Companies.Clients;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Matchmaking.Web.Security.OpenId;

/// <summary>Section <c>OpenId</c>: the systems that people may sign in to with their account here.</summary>
public sealed class OpenIdOptions
{
    public IList<OpenIdClient> Clients { get; init; } = [];
}

public sealed class OpenIdClient
{
    public string Id { get; init; } = string.Empty;

    public string Name { get; init; } = string.Empty;

    /// <summary>Empty for an application that cannot keep one, as on a phone.</summary>
    public string Secret { get; init; } = string.Empty;

    public IList<string> RedirectUris { get; init; } = [];

    public IList<string> PostLogoutRedirectUris { get; init; } = [];

    /// <summary>Beside <c>openid</c>, <c>profile</c>, <c>email</c> and <c>offline_access</c>, which each may ask for.</summary>
    public IList<string> Scopes { get; init; } = [];

    internal OpenIddictApplicationDescriptor ToDescriptor()
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = Id,
            ClientSecret = Secret.Length == 0 ? null : Secret,
            ClientType = Secret.Length == 0 ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Explicit,
            DisplayName = Name,
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.EndSession,
                Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.GrantTypes.RefreshToken,
                Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile,
                Permissions.Scopes.Email,
            },
        };
        descriptor.Permissions.UnionWith(Scopes.Select(scope => Permissions.Prefixes.Scope + scope));
        descriptor.RedirectUris.UnionWith(RedirectUris.Select(uri => new Uri(uri)));
        descriptor.PostLogoutRedirectUris.UnionWith(PostLogoutRedirectUris.Select(uri => new Uri(uri)));
        return descriptor;
    }
}

/// <summary>Stops the start and names the key that is not right.</summary>
internal sealed class OpenIdOptionsCheck : IValidateOptions<OpenIdOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenIdOptions options)
    {
        var complaints = options.Clients.SelectMany((client, index) => Complaints(client, $"OpenId:Clients:{index}")).ToList();
        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }

    private static IEnumerable<string> Complaints(OpenIdClient client, string key)
    {
        // A dot follows the firm in the identifiers of clients that firms make for themselves.
        if (client.Id.Length == 0 || client.Id.Contains('.', StringComparison.Ordinal))
        {
            yield return $"{key}:Id is '{client.Id}'; expected a word without a dot.";
        }

        if (client.Name.Length == 0)
        {
            yield return $"{key}:Name is missing.";
        }

        if (client.RedirectUris.Count == 0)
        {
            yield return $"{key}:RedirectUris is missing.";
        }

        foreach (var uri in client.RedirectUris.Concat(client.PostLogoutRedirectUris))
        {
            if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || parsed.Fragment.Length > 0)
            {
                yield return $"{key}: '{uri}' is not an absolute address without a fragment.";
            }
        }

        foreach (var scope in client.Scopes.Except(ApiScopes.All))
        {
            yield return $"{key}:Scopes holds '{scope}'; allowed: {string.Join(", ", ApiScopes.All)}.";
        }
    }
}
