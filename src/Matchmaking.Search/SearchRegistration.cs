using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Search.Elasticsearch;
using Matchmaking.Search.Elasticsearch.Server;
using Matchmaking.Search.Encoding;
using Matchmaking.Search.Lucene;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matchmaking.Search;

/// <summary>The choice of the search engine, by <c>Search:Engine</c>, and of the encoder, by <c>Language:Encoder</c>.</summary>
public static class SearchRegistration
{
    /// <summary>One for the whole process, however many hosts it has: it holds a hundred megabytes, and is loaded at the first text.</summary>
    private static readonly OnnxTextEncoder EncoderInside = new(Path.Combine(AppContext.BaseDirectory, "Encoding/use-multilingual-3"));

    private const string EngineKey = "Search:Engine";

    private const string Lucene = "Lucene";
    private const string Elasticsearch = "Elasticsearch";

    /// <summary>At a time for each processor: ranking is mostly waiting for the server, where it is work with the embedded engine.</summary>
    private const int ElasticsearchRankings = 4;

    /// <summary>The names of the engines.</summary>
    public static IReadOnlyList<string> Engines { get; } = [Lucene, Elasticsearch];

    /// <param name="folder">Where an embedded engine keeps its index.</param>
    public static IServiceCollection AddSearch(this IServiceCollection services, IConfiguration configuration, string folder)
    {
        services.AddTextEncoder(configuration);
        return configuration[EngineKey] switch
        {
            null or "" or Lucene => services.AddLucene(folder).AddRankingQueue(1),
            Elasticsearch => services
                .AddElasticsearch(ElasticsearchOptions.From(configuration))
                .AddHostedService<ElasticsearchStartup>()
                .AddRankingQueue(ElasticsearchRankings),
            var unknown => throw new InvalidOperationException($"{EngineKey} is '{unknown}'; allowed: {string.Join(", ", Engines)}."),
        };
    }

    /// <summary>An index of its own beside the site's, which is gone when the services are disposed.</summary>
    /// <param name="engine">One of <see cref="Engines"/>.</param>
    /// <param name="folder">Likewise; the caller deletes it.</param>
    public static IServiceCollection AddTemporarySearch(
        this IServiceCollection services,
        IConfiguration configuration,
        string engine,
        string folder
    )
    {
        services.AddTextEncoder(configuration);
        if (engine == Lucene)
        {
            return services.AddLucene(folder);
        }

        var options = ElasticsearchOptions.From(configuration);
        return services
            .AddElasticsearch(options with { Prefix = $"{options.Prefix}-verb-{Guid.CreateVersion7():N}", Replicas = 0 })
            .AddSingleton<TemporaryIndices>()
            .AddSingleton<IPartnerIndex>(provider =>
            {
                // Only what was made is disposed.
                _ = provider.GetRequiredService<TemporaryIndices>();
                return ActivatorUtilities.CreateInstance<ElasticsearchPartnerIndex>(provider);
            });
    }

    private static IServiceCollection AddRankingQueue(this IServiceCollection services, int ofEachProcessor) =>
        services.AddSingleton(_ => new RankingQueue(ofEachProcessor * Environment.ProcessorCount));

    private static IServiceCollection AddLucene(this IServiceCollection services, string folder) =>
        services.AddSingleton<IPartnerIndex>(provider => new LucenePartnerIndex(
            folder,
            () => provider.GetService<MeaningSpace>()?.Version ?? provider.GetRequiredService<ITextEncoder>().Id,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<LucenePartnerIndex>>()
        ));

    /// <summary>The one that comes with the product is loaded at the first text, another one at once, so that a wrong folder stops the start.</summary>
    public static IServiceCollection AddTextEncoder(this IServiceCollection services, IConfiguration configuration) =>
        configuration["Language:Encoder"] switch
        {
            null or "" => services.AddSingleton<ITextEncoder>(EncoderInside),
            "None" => services.AddSingleton<ITextEncoder, NoTextEncoder>(),
            var folder => services.AddOpened(folder),
        };

    private static IServiceCollection AddOpened(this IServiceCollection services, string folder)
    {
        var encoder = new OnnxTextEncoder(Path.GetFullPath(folder));
        try
        {
            if (encoder.Encode("a").Length != encoder.Dimensions)
            {
                throw new InvalidDataException("the output is not of the length that the model states");
            }
        }
        catch (Exception exception)
        {
            encoder.Dispose();
            throw new InvalidOperationException(
                $"Language:Encoder is '{folder}', which holds no usable encoder ({exception.Message.ReplaceLineEndings(" ")}); "
                    + "allowed: None, or a folder with encoder.onnx and sentencepiece.model.",
                exception
            );
        }

        return services.AddSingleton<ITextEncoder>(_ => encoder);
    }
}
