using System.Net;
using System.Security.Cryptography.X509Certificates;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Search.Elasticsearch.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Polly;

namespace Matchmaking.Search.Elasticsearch;

/// <summary>The engine with its two ways to the server.</summary>
internal static class ElasticsearchRegistration
{
    private const string Asking = "elasticsearch-asking";
    private const string Working = "elasticsearch-working";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WorkingTimeout = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddElasticsearch(this IServiceCollection services, ElasticsearchOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddClient(Asking, options.SearchTimeout, MayBeRepeated);
        services.AddClient(Working, WorkingTimeout, WasNotReached);
        return services
            .AddSingleton(provider =>
            {
                var factory = provider.GetRequiredService<IHttpClientFactory>();
                return new ElasticsearchClient(
                    factory.CreateClient(Asking),
                    factory.CreateClient(Working),
                    provider.GetRequiredService<ILogger<ElasticsearchClient>>()
                );
            })
            .AddSingleton(provider => new IndexSchema(
                provider.GetService<MeaningSpace>(),
                provider.GetRequiredService<ITextEncoder>(),
                provider.GetRequiredService<ElasticsearchOptions>()
            ))
            .AddSingleton<GenerationCatalog>()
            .AddSingleton<BulkWriter>()
            .AddSingleton<ProfileStore>()
            .AddSingleton<IndexState>()
            .AddSingleton<GenerationWriter>()
            .AddSingleton<PartnerSearch>()
            .AddSingleton<TermCounts>()
            .AddSingleton<RemovedFirms>()
            .AddSingleton<IndexUpkeep>()
            .AddSingleton<IPartnerIndex, ElasticsearchPartnerIndex>();
    }

    private static void AddClient(
        this IServiceCollection services,
        string name,
        TimeSpan timeout,
        Func<Outcome<HttpResponseMessage>, bool> repeats
    )
    {
        services
            .AddHttpClient(
                name,
                (provider, client) =>
                {
                    // Replaced by a node's for each attempt.
                    client.BaseAddress = new Uri("http://elasticsearch/");
                    client.Timeout = Timeout.InfiniteTimeSpan;
                    if (provider.GetRequiredService<ElasticsearchOptions>().Authorization is { } authorization)
                    {
                        client.DefaultRequestHeaders.Add("Authorization", authorization);
                    }
                }
            )
            // What goes wrong is told once by the client; a line for each request would be told for each page.
            .RemoveAllLoggers()
            // One client lives as long as the process; connections are renewed by the handler itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<ElasticsearchOptions>()))
            .AddStandardResilienceHandler(options =>
            {
                options.AttemptTimeout.Timeout = timeout;
                options.AttemptTimeout.OnTimeout = arguments =>
                {
                    if (arguments.Context.GetRequestMessage() is { } attempt)
                    {
                        NodeFailover.GiveUp(attempt);
                    }

                    return ValueTask.CompletedTask;
                };
                options.TotalRequestTimeout.Timeout = timeout * 2;
                options.Retry.MaxRetryAttempts = 2;
                options.Retry.Delay = TimeSpan.FromMilliseconds(100);
                options.Retry.BackoffType = DelayBackoffType.Exponential;
                options.Retry.UseJitter = true;
                options.Retry.ShouldHandle = arguments => ValueTask.FromResult(repeats(arguments.Outcome));
                options.CircuitBreaker.MinimumThroughput = 10;
                options.CircuitBreaker.FailureRatio = 0.5;
                options.CircuitBreaker.SamplingDuration = timeout * 2;
                options.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(2);
            });
        services
            .AddHttpClient(name)
            .AddHttpMessageHandler(provider => new NodeFailover(
                provider.GetRequiredService<ElasticsearchOptions>().Nodes,
                provider.GetRequiredService<TimeProvider>()
            ));
    }

    private static SocketsHttpHandler Handler(ElasticsearchOptions options)
    {
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = ConnectTimeout };
        if (options.Authorities.Count > 0)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                // An authority of one's own seldom says where its revocations are.
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.AddRange(options.Authorities);
            handler.SslOptions.CertificateChainPolicy = policy;
        }

        return handler;
    }

    /// <summary>Questions: whatever another node, or the same one in a moment, may answer. One that took too long would take it again.</summary>
    private static bool MayBeRepeated(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or IOException
        || outcome.Result?.StatusCode
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    /// <summary>Work that a server may have begun is not sent again blindly.</summary>
    private static bool WasNotReached(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception
            is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}
