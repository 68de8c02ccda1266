using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Which proxies may say who called and how (<c>Proxy:KnownProxies</c>, <c>Proxy:KnownNetworks</c>), and which names the site answers to
/// (<c>AllowedHosts</c>, else that of <c>Site:Address</c>).
/// </summary>
public static class ProxyRegistration
{
    private const string Proxies = "Proxy:KnownProxies";
    private const string Networks = "Proxy:KnownNetworks";

    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = Values(configuration, Proxies).ConvertAll(item => Read<IPAddress>(item, IPAddress.TryParse));
        var networks = Values(configuration, Networks).ConvertAll(item => Read<IPNetwork>(item, IPNetwork.TryParse));
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // With none named nobody is believed, not even a program on the same machine.
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.ForwardedHeaders =
                proxies.Count + networks.Count == 0
                    ? ForwardedHeaders.None
                    : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            proxies.ForEach(options.KnownProxies.Add);
            networks.ForEach(options.KnownIPNetworks.Add);
        });
        if (configuration["AllowedHosts"] is null or "" or "*" && SiteAddress.Configured(configuration) is { } address)
        {
            // The machine's own names as well, for health checks.
            services.PostConfigure<HostFilteringOptions>(options =>
                options.AllowedHosts = [address.Host, "localhost", "127.0.0.1", "[::1]"]
            );
        }

        return services;
    }

    private delegate bool Parser<T>(string? text, out T? value);

    private static List<KeyValuePair<string, string?>> Values(IConfiguration configuration, string key) =>
        [.. configuration.GetSection(key).AsEnumerable().Where(item => item.Value is not null)];

    private static T Read<T>(KeyValuePair<string, string?> item, Parser<T> parse) =>
        parse(item.Value, out var value)
            ? value!
            : throw new InvalidOperationException(
                $"{item.Key} is '{item.Value}'; expected {(typeof(T) == typeof(IPAddress) ? "an address such as 10.0.0.7" : "a network such as 10.0.0.0/8")}."
            );
}
