using Microsoft.Extensions.DependencyInjection;

namespace Matchmaking.Core.Language.Lexicon;

public static class LexiconRegistration
{
    /// <summary>One for the whole process, however many hosts it has.</summary>
    private static readonly Lazy<LearntLexicon> Shipped = new(() => Read(LanguageData.OpenBytes("lexicon.bin")));

    /// <param name="file">
    /// Another lexicon, as <c>train-lexicon</c> writes it, or null for the one inside the product. Read beside what is registered next:
    /// nothing of matching works without it. What is wrong with it is told to whoever uses it.
    /// </param>
    public static IServiceCollection AddLexicon(this IServiceCollection services, string? file)
    {
        var lexicon = string.IsNullOrWhiteSpace(file) ? Shipped : new Lazy<LearntLexicon>(() => Read(File.OpenRead(file)));
        _ = Task.Run(() => lexicon.Value);
        return services.AddSingleton(_ => lexicon.Value).AddSingleton<MeaningSpace>().AddSingleton<WordAlignment>();
    }

    private static LearntLexicon Read(Stream stream)
    {
        using (stream)
        {
            return LearntLexicon.Read(stream);
        }
    }
}
