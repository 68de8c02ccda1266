using Matchmaking.Core.Matching.Indexing;
using Microsoft.Extensions.Hosting;

namespace Matchmaking.Search.Elasticsearch.Server;

/// <summary>Stops the start before a server of an unknown kind; one that is away does not, since all but search works without it.</summary>
internal sealed class ElasticsearchStartup(ElasticsearchClient client) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await client.ComplaintAsync(cancellationToken) is { } complaint)
            {
                throw new InvalidOperationException(complaint);
            }
        }
        catch (PartnerIndexUnavailableException)
        {
            // The log has been told, and whoever asks next tries again.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
