using System.Text.RegularExpressions;
using Matchmaking.IntegrationTests.Site;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Matchmaking.IntegrationTests.Hosting;

/// <summary>What can be said of the compose files without a container engine: that they hold together, and ask for no more rights than they need.</summary>
public sealed partial class ComposeTests
{
    private const string Main = "docker-compose.yml";
    private const string PostgreSql = "docker-compose.postgresql.yml";

    /// <summary>Of the compose specification, as far as these files use it.</summary>
    private static readonly string[] Attributes =
    [
        "build",
        "cap_drop",
        "depends_on",
        "deploy",
        "entrypoint",
        "environment",
        "healthcheck",
        "image",
        "logging",
        "networks",
        "ports",
        "read_only",
        "restart",
        "secrets",
        "security_opt",
        "stop_grace_period",
        "tmpfs",
        "user",
        "volumes",
    ];

    /// <summary>A secret that the site does not take for a configuration key.</summary>
    private const string NoKey = "ignore.";

    /// <summary>Images whose own user is not root, and ours.</summary>
    private static readonly string[] WithUser =
    [
        "docker.elastic.co/elasticsearch/elasticsearch",
        "matchmaking",
        "mcr.microsoft.com/mssql/server",
        "nginxinc/nginx-unprivileged",
    ];

    public static TheoryData<string, string> Services() =>
        [.. new[] { Main, PostgreSql }.SelectMany(file => Of(Root(file), "services").Select(service => (file, $"{service.Key}")))];

    [Theory]
    [MemberData(nameof(Services))]
    public void Service_says_only_what_compose_knows_and_is_held_in_bounds(string file, string name)
    {
        var service = Service(file, name);
        Assert.Empty(service.Children.Keys.Select(key => $"{key}").Where(key => key != "<<").Except(Attributes));
        if (file == PostgreSql && name == "site")
        {
            // Only what differs.
            return;
        }

        Assert.Contains("no-new-privileges:true", Texts(service, "security_opt"));
        var limits = Of(Of(Of(service, "deploy"), "resources"), "limits");
        Assert.Equal(["cpus", "memory"], limits.Select(limit => $"{limit.Key}").Order(StringComparer.Ordinal));
        Assert.True(
            WithUser.Contains($"{service["image"]}".Split(':')[0])
                || ($"{service["user"]}" is var user && !user.StartsWith('0') && user != "root"),
            $"{name} runs as root."
        );
        // What ends by itself has none; the site's is in its image.
        Assert.Equal(!name.EndsWith("-setup", StringComparison.Ordinal) && name != "site", service.Children.ContainsKey("healthcheck"));
    }

    [Fact]
    public void Our_own_image_has_a_user_and_a_health_check()
    {
        var image = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "infra/docker/Dockerfile"));

        Assert.Matches(@"(?m)^USER \$APP_UID$", image);
        Assert.Matches("(?m)^HEALTHCHECK ", image);
        Assert.All(
            CopiedFile().Matches(image).SelectMany(match => match.Groups["files"].Value.Split(' ')),
            path => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, path)), path)
        );
    }

    [Fact]
    public void All_that_is_named_is_there_and_all_that_is_there_is_named()
    {
        var services = Of(Root(Main), "services").Select(pair => (YamlMappingNode)pair.Value).ToList();
        var over = Of(Root(PostgreSql), "services").Select(pair => (YamlMappingNode)pair.Value).ToList();
        var all = services.Concat(over).ToList();
        var mounts = all.SelectMany(service => Texts(service, "volumes")).Select(mount => mount.Split(':')[0]).ToHashSet();

        Assert.Equal(Names(Main, "volumes").Concat(Names(PostgreSql, "volumes")).Order(), mounts.Where(IsVolume).Order());
        Assert.All(
            mounts.Where(mount => !IsVolume(mount)),
            path => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, path)), path)
        );
        Assert.Equal(Names(Main, "secrets").Order(), all.SelectMany(Secrets).Select(secret => secret.Source).Distinct().Order());
        Assert.Equal(Names(Main, "networks").Order(), all.SelectMany(service => Texts(service, "networks")).Distinct().Order());
        Assert.Empty(all.SelectMany(service => Of(service, "depends_on").Select(on => $"{on.Key}")).Except(Names(Main, "services")));
        var made = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "infra/secrets/create"));
        Assert.All(Names(Main, "secrets"), secret => Assert.Contains(secret, made));
    }

    [Fact]
    public void Site_is_told_only_what_the_table_of_keys_explains_and_no_password()
    {
        var known = Documented();
        var told = new[] { Main, PostgreSql }.Select(file => Service(file, "site")).ToList();
        var keys = told.SelectMany(site => Of(site, "environment").Select(pair => $"{pair.Key}"))
            .Concat(
                told.SelectMany(Secrets)
                    .Select(secret => secret.Target)
                    .Where(target => !target.StartsWith(NoKey, StringComparison.Ordinal))
            )
            .Select(key => key.Replace("__", ":", StringComparison.Ordinal))
            .ToList();

        Assert.True(keys.Count > 10);
        Assert.Empty(keys.Select(key => Numbered().Replace(key, ":0")).Except(known));
        Assert.All(
            told.SelectMany(site => Of(site, "environment").Select(pair => $"{pair.Value}")),
            value => Assert.DoesNotContain("password", value, StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotContain("Search:Engines", known);
    }

    [Fact]
    public void Keys_in_the_database_are_encrypted_by_a_certificate_that_is_mounted_and_no_key()
    {
        var site = Service(Main, "site");
        var file = $"{Of(site, "environment")["DataProtection__Certificate"]}";

        Assert.Contains(Secrets(site), secret => $"/run/secrets/{secret.Target}" == file);
        Assert.StartsWith(NoKey, Path.GetFileName(file));
    }

    /// <summary>The first column of the table in infra/README.md; <c>`Mail:Smtp:Host`, `:Port`</c> are two keys.</summary>
    private static HashSet<string> Documented()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "infra/README.md"))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        )
        {
            var last = string.Empty;
            foreach (Match code in Code().Matches(line.Split('|')[1]))
            {
                var key = code.Groups["key"].Value.TrimEnd('…');
                last = key.StartsWith(':') ? last[..last.LastIndexOf(':')] + key : key;
                keys.Add(last);
            }
        }

        return keys;
    }

    private static IEnumerable<(string Source, string Target)> Secrets(YamlMappingNode service) =>
        service.Children.TryGetValue("secrets", out var secrets)
            ? ((YamlSequenceNode)secrets).Select(secret =>
                secret is YamlMappingNode named ? ($"{named["source"]}", $"{named["target"]}") : ($"{secret}", $"{secret}")
            )
            : [];

    private static bool IsVolume(string mount) => !mount.StartsWith('.');

    private static IEnumerable<string> Names(string file, string part) => Of(Root(file), part).Select(pair => $"{pair.Key}");

    private static IEnumerable<string> Texts(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(name, out var list) ? ((YamlSequenceNode)list).Select(item => $"{item}") : [];

    private static YamlMappingNode Of(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(name, out var found) ? (YamlMappingNode)found : [];

    private static YamlMappingNode Root(string file)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Path.Combine(RepositoryRoot.Path, file));
        stream.Load(text);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    /// <summary>With what <c>&lt;&lt;</c> takes in.</summary>
    private static YamlMappingNode Service(string file, string name)
    {
        var own = Of(Of(Root(file), "services"), name);
        var merged = new YamlMappingNode(own.Children);
        if (own.Children.TryGetValue("<<", out var shared))
        {
            foreach (var pair in ((YamlMappingNode)shared).Children.Where(pair => !own.Children.ContainsKey(pair.Key)))
            {
                merged.Add(pair.Key, pair.Value);
            }
        }

        return merged;
    }

    [GeneratedRegex("`(?<key>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@":\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?m)^COPY (?!--)(?<files>.+) \S+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CopiedFile();
}
