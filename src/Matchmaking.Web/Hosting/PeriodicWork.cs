namespace Matchmaking.Web.Hosting;

/// <summary>
/// Does its work again and again as long as the site runs. What fails is told to the log and tried again after <paramref name="every"/>, or
/// after ten seconds where that would be sooner.
/// </summary>
/// <param name="name">As the log has it.</param>
/// <param name="every">From the end of one time to the next.</param>
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
        var wait = First;
        while (await WaitedAsync(wait, stoppingToken))
        {
            try
            {
                await WorkAsync(stoppingToken);
                wait = every;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                wait = every > Pause ? every : Pause;
                logger.LogError(exception, "{Work} failed; next try in {Wait}.", Name, wait);
            }
            catch (OperationCanceledException)
            {
                // The site stops.
            }
        }
    }

    private async Task<bool> WaitedAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stoppingToken.IsCancellationRequested;
    }
}
