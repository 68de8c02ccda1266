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

    private static readonly (string Ending, int Least)[] Endings =
    [
        ("ising", 3),
        ("izing", 3),
        ("ation", 4),
        ("ised", 3),
        ("ized", 3),
        ("ing", 4),
        ("ed", 4),
        ("er", 5),
        ("or", 5),
        ("ly", 4),
    ];

    /// <summary>
    /// What a lower-case word has in common with its derived forms and its other spelling: "coatings", "coated" → "coat",
    /// "sulphuric" → "sulfuric". Coarser than <see cref="Singular"/>: good for comparing, not for showing.
    /// </summary>
    public static string Stem(string word)
    {
        var stem = Singular(word);
        foreach (var (ending, least) in Endings)
        {
            if (stem.Length - ending.Length >= least && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = stem[..^ending.Length];
                break;
            }
        }

        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'e'))
        {
            stem = stem[..^1];
        }

        if (stem.Length > 4 && stem[^1] == 'e')
        {
            stem = stem[..^1];
        }

        return stem.Replace("aluminium", "aluminum", StringComparison.Ordinal)
            .Replace("sulph", "sulf", StringComparison.Ordinal)
            .Replace("colour", "color", StringComparison.Ordinal)
            .Replace("fibr", "fiber", StringComparison.Ordinal)
            .Replace("tyre", "tire", StringComparison.Ordinal);
    }

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
