namespace Matchmaking.Web.Hosting;

/// <summary>
/// Does its work again and again as long as the site runs; work that takes longer than <paramref name="every"/> begins anew at once. What
/// fails is told to the log and tried again after ten seconds at the earliest.
/// </summary>
/// <param name="name">As the log has it.</param>
/// <param name="every">From one beginning to the next.</param>
internal abstract class PeriodicWork(string name, TimeSpan every, TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected string Name => name;

    protected TimeProvider Clock => clock;

    /// <summary>From the start of the site to the first time.</summary>
    protected virtual TimeSpan First => TimeSpan.Zero;

    protected abstract Task WorkAsync(CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The other services start meanwhile.
        await Task.Yield();
        await WaitAsync(First, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (begun, wait) = (clock.GetTimestamp(), every);
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                (begun, wait) = (clock.GetTimestamp(), every > Pause ? every : Pause);
                logger.LogError(exception, "{Work} failed; next try in {Wait}.", Name, wait);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await WaitAsync(wait - clock.GetElapsedTime(begun), stoppingToken);
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
