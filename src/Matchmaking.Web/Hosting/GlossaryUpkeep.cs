using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Terms;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Names the lines of added glossary files that cannot be used, takes over what people have taught the site, and from then on what they
/// teach on other nodes.
/// </summary>
internal sealed class GlossaryUpkeep(IServiceProvider services, ILogger<GlossaryUpkeep> logger)
    : PeriodicWork("Reading the agencies' own words", TimeSpan.FromSeconds(5), TimeProvider.System, logger)
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        // Asked for here and not by the constructor: a hosted service is made before any of them starts, and the glossary takes its time.
        foreach (var problem in services.GetRequiredService<CurrentGlossary>().Built.Problems)
        {
            logger.LogWarning("Glossary {File}, line {Line}: {Why}.", problem.File, problem.Line, problem.Why);
        }

        await base.ExecuteAsync(stoppingToken);
    }

    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RefreshGlossary>().ExecuteAsync(stoppingToken);
    }
}
