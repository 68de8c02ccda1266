using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Opens the index, with the language data that it was written with, while the site is put together and the database looked at; one after
/// the other they take seconds. What cannot be read is told to whoever asks for it then. Once the site answers and the index is open, it
/// prepares the first ranking. On threads of their own: those of the pool are few, and the first visitors need them.
/// </summary>
internal static class WarmStart
{
    public static void WarmUp(this WebApplication app)
    {
        var opening = Task
            .Factory.StartNew(
                () => app.Services.GetRequiredService<IPartnerIndex>().StateAsync(CancellationToken.None),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            .Unwrap();
        app.Lifetime.ApplicationStarted.Register(() =>
            _ = opening.ContinueWith(
                _ => app.Services.GetRequiredService<ListingReaders>().Current.Prepare(),
                CancellationToken.None,
                TaskContinuationOptions.LongRunning,
                TaskScheduler.Default
            )
        );
    }
}
