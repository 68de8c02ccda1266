using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;

namespace Matchmaking.Web.Hosting;

/// <summary>
/// Reads the lexicon and the glossary side by side while the database is looked at; one after the other, at their first use, they take
/// seconds. What cannot be read is told to whoever asks for it then.
/// </summary>
internal sealed class LanguageStartup(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => services.GetRequiredService<LearntLexicon>(), cancellationToken);
        _ = Task.Run(() => services.GetRequiredService<CurrentGlossary>().Value.Finder, cancellationToken);
        _ = Task.Run(() => services.GetRequiredService<ITextEncoder>().Id, cancellationToken);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
