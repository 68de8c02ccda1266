using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Language.Glossary;

public static class GlossaryRegistration
{
    /// <summary>A scope, such as a request, reads one and the same glossary from its beginning to its end.</summary>
    /// <param name="folder">With further files, or null.</param>
    public static IServiceCollection AddGlossary(this IServiceCollection services, string? folder) =>
        services
            .AddSingleton(_ => new CurrentGlossary(
                string.IsNullOrWhiteSpace(folder) ? ConceptGlossary.Shipped : ConceptGlossary.Read(folder)
            ))
            .AddScoped(provider => provider.GetRequiredService<CurrentGlossary>().Value)
            .AddScoped<HsCodeFinder>();
}
