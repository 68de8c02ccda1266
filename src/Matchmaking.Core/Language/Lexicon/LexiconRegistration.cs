using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Language.Lexicon;

public static class LexiconRegistration
{
    /// <summary>One for the whole process, however many hosts it has.</summary>
    private static readonly Lazy<LearntLexicon> Shipped = new(() => Read(LanguageData.OpenBytes("lexicon.bin")));

    /// <param name="file">Another lexicon, as <c>train-lexicon</c> writes it, or null for the one inside the product. Read at first use.</param>
    public static IServiceCollection AddLexicon(this IServiceCollection services, string? file) =>
        services
            .AddSingleton(_ => string.IsNullOrWhiteSpace(file) ? Shipped.Value : Read(File.OpenRead(file)))
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
