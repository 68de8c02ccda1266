namespace Matchmaking.Core.Common;

/// <summary>One name or label in up to three languages; an empty string stands for a missing one.</summary>
public sealed record LocalizedText(string Zh, string Ko, string En)
{
    public string In(LanguageCode language) =>
        language switch
        {
            LanguageCode.Zh => Zh,
            LanguageCode.Ko => Ko,
            _ => En,
        };

    /// <summary>The text in the reader's language, else in English, else whichever there is.</summary>
    public string For(LanguageCode reader) => InOrder(reader).Select(named => named.Text).FirstOrDefault(string.Empty);

    /// <summary>Every text that there is, the one for this reader first.</summary>
    public IEnumerable<(LanguageCode Language, string Text)> InOrder(LanguageCode reader) =>
        new[] { reader, LanguageCode.En, LanguageCode.Zh, LanguageCode.Ko }
            .Distinct()
            .Select(language => (Language: language, Text: In(language)))
            .Where(named => named.Text.Length > 0);
}
