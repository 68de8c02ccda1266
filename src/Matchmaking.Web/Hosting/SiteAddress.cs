using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// The address under which people reach the site, for links that leave it: <c>Site:Address</c>, or else where this server listens.
/// Never a request's Host header, which anybody can forge into somebody else's mail.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    public Uri Root => Configured(configuration) ?? Listening();

    /// <summary>An absolute link to one of the site's pages; values are escaped.</summary>
    public string LinkTo(string path, params (string Name, string Value)[] query) =>
        QueryHelpers.AddQueryString(
            new Uri(Root, path).AbsoluteUri,
            query.Select(item => KeyValuePair.Create(item.Name, (string?)item.Value))
        );

    /// <summary>Null when the key is missing; a value that is no web address stops the start.</summary>
    public static Uri? Configured(IConfiguration configuration)
    {
        var text = configuration["Site:Address"];
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/"
            ? uri
            : throw new InvalidOperationException($"Site:Address is '{text}'; expected an address such as https://matchmaking.example.");
    }

    private Uri Listening()
    {
        var first =
            server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("Site:Address is missing, and this server does not listen yet.");
        var binding = BindingAddress.Parse(first);
        var host = binding.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : binding.Host;
        return new Uri(UriHelper.BuildAbsolute(binding.Scheme, new HostString(host, binding.Port)));
    }
}
