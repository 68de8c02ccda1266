using Matchmaking.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

public sealed class ElasticsearchOptionsTests
{
    [Theory]
    [InlineData("Nodes:0", "Nodes:0")]
    [InlineData("Nodes", "Nodes:0=search-1:9200")]
    [InlineData("Nodes", "Nodes:0=http://elastic:secret@localhost:9200")]
    [InlineData("Nodes", "Addresses=http://localhost:9200;ftp://localhost")]
    [InlineData("ApiKey", "Nodes:0=http://localhost:9200", "ApiKey=a", "UserName=b")]
    [InlineData("Password", "Nodes:0=http://localhost:9200", "UserName=b")]
    [InlineData("CertificateAuthority", "Nodes:0=https://localhost:9200", "CertificateAuthority=/no/such/file.pem")]
    [InlineData("IndexPrefix", "Nodes:0=http://localhost:9200", "IndexPrefix=Partners_1")]
    [InlineData("Replicas", "Nodes:0=http://localhost:9200", "Replicas=-1")]
    [InlineData("Shards", "Nodes:0=http://localhost:9200", "Shards=none")]
    public void Broken_configuration_stops_the_start_and_names_the_key(string key, params string[] settings)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Add(settings));

        Assert.StartsWith($"Search:Elasticsearch:{key} ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_without_a_certificate_is_no_authority()
    {
        var file = Path.GetTempFileName();

        var refused = Assert.Throws<InvalidOperationException>(() => Add("Nodes:0=https://localhost:9200", $"CertificateAuthority={file}"));

        Assert.Contains("holds no certificate", refused.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("Nodes:0=http://a:9200", "Nodes:1=https://b:9200/search")]
    [InlineData("Addresses=http://a:9200; https://b:9200", "UserName=u", "Password=p", "IndexPrefix=partners-2", "Shards=2", "Replicas=0")]
    [InlineData("Nodes:0=http://a:9200", "ApiKey=k")]
    public void Whole_configuration_is_taken(params string[] settings) => Add(settings);

    private static void Add(params string[] settings) =>
        new ServiceCollection().AddSearch(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Search:Engine", "Elasticsearch"),
                    .. settings
                        .Select(setting => setting.Split('=', 2))
                        .Where(setting => setting.Length == 2)
                        .Select(setting => KeyValuePair.Create($"Search:Elasticsearch:{setting[0]}", (string?)setting[1])),
                ])
                .Build(),
            folder: string.Empty
        );
}
