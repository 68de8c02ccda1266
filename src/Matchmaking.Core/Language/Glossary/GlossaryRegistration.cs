using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Language.Glossary;

public static class GlossaryRegistration
{
    /// <param name="folder">With further files, or null.</param>
    public static IServiceCollection AddGlossary(this IServiceCollection services, string? folder) =>
        services
            .AddSingleton(_ => string.IsNullOrWhiteSpace(folder) ? ConceptGlossary.Shipped : ConceptGlossary.Read(folder))
            .AddSingleton<HsCodeFinder>();
}
