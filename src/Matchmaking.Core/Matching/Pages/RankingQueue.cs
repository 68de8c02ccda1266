namespace Matchmaking.Core.Matching.Pages;

/// <summary>
/// Ranks some lists at a time, in the order in which they were asked for. All at once would make each of them late, and the pages that
/// need no ranking too.
/// </summary>
/// <param name="places">How many at a time.</param>
public sealed class RankingQueue(int places) : IDisposable
{
    private readonly SemaphoreSlim free = new(places);

    public async Task<T> RunAsync<T>(Func<Task<T>> rank, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        try
        {
            return await rank();
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
