using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching.Elasticsearch;

/// <summary>A server that does not let us in, or that we do not trust.</summary>
public sealed class ElasticsearchAccessTests
{
    [Theory]
    [InlineData("ApiKey", "d3Jvbmc6d3Jvbmc=", "401")]
    [InlineData("ApiKey", null, "401")]
    [InlineData("CertificateAuthority", null, "certificate")]
    [InlineData("IndexPrefix", "others", "403")]
    public async Task Wrong_key_wrong_authority_and_indices_of_others_make_search_unavailable_and_say_why(
        string key,
        string? value,
        string why
    )
    {
        using var server = await ElasticsearchServer.FindAsync(8, secured: true);
        var settings = server.Settings();
        settings[$"Search:Elasticsearch:{key}"] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([.. settings, new("Language:Encoder", "None")]).Build();
        await using var process = new ServiceCollection().AddLogging().AddSearch(configuration, string.Empty).BuildServiceProvider();
        var index = process.GetRequiredService<IPartnerIndex>();

        var away = await Assert.ThrowsAsync<PartnerIndexUnavailableException>(() => index.RebuildAsync());

        Assert.Contains(why, $"{away}", StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(PartnerIndexState.Ready, await index.StateAsync(default));
    }
}
