namespace Matchmaking.Core.Language;

internal static class EnglishWords
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["lens"] = "lens",
        ["lenses"] = "lens",
        ["gases"] = "gas",
        ["series"] = "series",
        ["chassis"] = "chassis",
        ["dies"] = "die",
    };

    /// <summary>Folds the plural of a lower-case word; words of other alphabets and short ones stay.</summary>
    public static string Singular(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || !char.IsAsciiLetter(word[^2]))
        {
            return word;
        }

        if (Irregular.TryGetValue(word, out var singular))
        {
            return singular;
        }

        return word switch
        {
            [.., 'i', 'e', 's'] => $"{word[..^3]}y",
            [.., 's' or 'u' or 'i', 's'] => word,
            [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] => word[..^2],
            [.., 'c' or 's', 'h', 'e', 's'] => word[..^2],
            _ => word[..^1],
        };
    }
}
