using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Terms;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Has the glossary ready before the first request needs it, names the lines of added files that cannot be used, and from then on
/// takes over what people teach on other nodes.
/// </summary>
internal sealed class GlossaryUpkeep(CurrentGlossary glossary, IServiceScopeFactory scopes, ILogger<GlossaryUpkeep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var problem in glossary.Built.Problems)
        {
            logger.LogWarning("Glossary {File}, line {Line}: {Why}.", problem.File, problem.Line, problem.Why);
        }

        await RefreshAsync(cancellationToken);
        await Task.Run(() => glossary.Value.Finder, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The agencies' own words could not be read; next try in {Poll}.", Poll);
            }
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RefreshGlossary>().ExecuteAsync(cancellationToken);
    }
}
