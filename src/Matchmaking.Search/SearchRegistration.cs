using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Search.Lucene;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matchmaking.Search;

/// <summary>The choice of the search engine, by <c>Search:Engine</c>.</summary>
public static class SearchRegistration
{
    /// <param name="folder">Where an embedded engine keeps its index.</param>
    public static IServiceCollection AddSearch(this IServiceCollection services, IConfiguration configuration, string folder) =>
        configuration["Search:Engine"] switch
        {
            null or "" or "Lucene" => services.AddSingleton<IPartnerIndex>(provider => new LucenePartnerIndex(
                folder,
                provider.GetRequiredService<ILogger<LucenePartnerIndex>>()
            )),
            var unknown => throw new InvalidOperationException($"Search:Engine is '{unknown}'; allowed: Lucene."),
        };
}
