using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Language.Lexicon;

public static class LexiconRegistration
{
    private const string Shipped = "lexicon.bin";

    /// <param name="file">Another lexicon, as <c>train-lexicon</c> writes it, or null for the one inside the product. Read at first use.</param>
    public static IServiceCollection AddLexicon(this IServiceCollection services, string? file) =>
        services
            .AddSingleton(_ => Read(string.IsNullOrWhiteSpace(file) ? LanguageData.OpenBytes(Shipped) : File.OpenRead(file)))
            .AddSingleton<MeaningSpace>()
            .AddSingleton<WordAlignment>();

    private static LearntLexicon Read(Stream stream)
    {
        using (stream)
        {
            return LearntLexicon.Read(stream);
        }
    }
}
