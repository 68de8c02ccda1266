using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Matchmaking.Search.Elasticsearch.Server;

/// <summary>What stands under <c>Search:Elasticsearch</c>, checked.</summary>
/// <param name="Nodes">Of one cluster.</param>
/// <param name="Authorization">The header, or null for a server that asks for nothing.</param>
/// <param name="Authorities">The only ones that are trusted; none for those of the machine.</param>
/// <param name="Prefix">Begins the name of each index and alias.</param>
internal sealed partial record ElasticsearchOptions(
    IReadOnlyList<Uri> Nodes,
    string? Authorization,
    X509Certificate2Collection Authorities,
    string Prefix,
    int Shards,
    int Replicas
)
{
    private const string Section = "Search:Elasticsearch";

    /// <exception cref="InvalidOperationException">Names the key that is wrong.</exception>
    public static ElasticsearchOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return new ElasticsearchOptions(
            NodesOf(section),
            AuthorizationOf(section),
            AuthoritiesOf(section["CertificateAuthority"]),
            PrefixOf(section["IndexPrefix"]),
            Number(section, "Shards", least: 1, otherwise: 1),
            Number(section, "Replicas", least: 0, otherwise: 1)
        );
    }

    private static Uri[] NodesOf(IConfigurationSection section)
    {
        string[] addresses =
        [
            .. section.GetSection("Nodes").GetChildren().Select(node => node.Value ?? string.Empty),
            .. (section["Addresses"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
        if (addresses.Length == 0)
        {
            throw Wrong("Nodes:0", "is missing: the address of a node, such as https://search-1.example:9200");
        }

        return [.. addresses.Select(NodeOf)];
    }

    private static Uri NodeOf(string address) =>
        Uri.TryCreate(address.EndsWith('/') ? address : $"{address}/", UriKind.Absolute, out var node)
        && (node.Scheme == Uri.UriSchemeHttp || node.Scheme == Uri.UriSchemeHttps)
        && node.UserInfo.Length == 0
            ? node
            : throw Wrong("Nodes", "holds what is no address with http or https, or one with a password in it");

    private static string? AuthorizationOf(IConfigurationSection section)
    {
        var (key, name, password) = (section["ApiKey"], section["UserName"], section["Password"]);
        if (!string.IsNullOrEmpty(key))
        {
            return string.IsNullOrEmpty(name) ? $"ApiKey {key}" : throw Wrong("ApiKey", "and UserName are both set; one of them is enough");
        }

        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        return string.IsNullOrEmpty(password)
            ? throw Wrong("Password", "is missing beside UserName")
            : $"Basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{name}:{password}"))}";
    }

    private static X509Certificate2Collection AuthoritiesOf(string? file)
    {
        var authorities = new X509Certificate2Collection();
        if (string.IsNullOrEmpty(file))
        {
            return authorities;
        }

        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Wrong("CertificateAuthority", $"is '{file}', which cannot be read as certificates in PEM ({exception.Message})");
        }

        return authorities.Count > 0 ? authorities : throw Wrong("CertificateAuthority", $"is '{file}', which holds no certificate in PEM");
    }

    private static string PrefixOf(string? prefix) =>
        string.IsNullOrEmpty(prefix) ? "partners"
        : PrefixForm().IsMatch(prefix) ? prefix
        : throw Wrong("IndexPrefix", $"is '{prefix}'; allowed: up to 60 of a–z, 0–9 and hyphens, a letter first");

    private static int Number(IConfigurationSection section, string key, int least, int otherwise) =>
        section[key] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw Wrong(key, $"is '{text}'; allowed: a number from {least}");

    private static InvalidOperationException Wrong(string key, string what) => new($"{Section}:{key} {what}.");

    [GeneratedRegex("^[a-z][a-z0-9-]{0,59}$", RegexOptions.NonBacktracking)]
    private static partial Regex PrefixForm();
}
