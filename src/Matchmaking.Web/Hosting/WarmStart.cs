using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Reads the language data and opens the index side by side while the database is looked at; one after the other, at their first use,
/// they take seconds. What cannot be read is told to whoever asks for it then. Once the site answers, it prepares the first ranking.
/// </summary>
internal sealed class WarmStart(IServiceProvider services, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => services.GetRequiredService<IPartnerIndex>().State, cancellationToken);
        _ = Task.Run(() => services.GetRequiredService<CurrentGlossary>().Value.Finder, cancellationToken);
        lifetime.ApplicationStarted.Register(() => _ = Task.Run(() => services.GetRequiredService<ListingReaders>().Current.Prepare()));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
