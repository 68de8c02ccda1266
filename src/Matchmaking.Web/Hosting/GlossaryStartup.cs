using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Web.Hosting;

/// <summary>Reads the glossary before the first request needs it, and names the lines of added files that cannot be used.</summary>
internal sealed class GlossaryStartup(ConceptGlossary glossary, ILogger<GlossaryStartup> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var problem in glossary.Problems)
        {
            logger.LogWarning("Glossary {File}, line {Line}: {Why}.", problem.File, problem.Line, problem.Why);
        }

        return Task.Run(() => glossary.Finder, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
