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
    public string For(LanguageCode reader) => new[] { In(reader), En, Zh, Ko }.FirstOrDefault(text => text.Length > 0) ?? string.Empty;
}
