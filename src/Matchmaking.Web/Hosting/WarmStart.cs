using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Opens the index, with the language data that it was written with, while the database is looked at; one after the other they take
/// seconds. What cannot be read is told to whoever asks for it then. Once the site answers, it prepares the first ranking.
/// </summary>
internal sealed class WarmStart(IServiceProvider services, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => services.GetRequiredService<IPartnerIndex>().State, cancellationToken);
        // Long: not on the pool, whose few threads the first visitors need.
        lifetime.ApplicationStarted.Register(() =>
            _ = Task.Factory.StartNew(
                () => services.GetRequiredService<ListingReaders>().Current.Prepare(),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
        );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
