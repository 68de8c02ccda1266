using System.Text;

namespace Matchmaking.Core.Language;

/// <summary>Folds traditional characters, also those of Korean Hanja, to the simplified ones.</summary>
internal static class SimplifiedHan
{
    private const char Beyond = '\0';

    private static readonly Dictionary<Rune, Rune> Table = Load();

    private static readonly char[] Plane = LoadPlane();

    public static Rune Fold(Rune character) => Table.GetValueOrDefault(character, character);

    /// <returns>False for the few whose simplified form lies beyond the Basic Multilingual Plane.</returns>
    public static bool TryFold(char character, out char simplified)
    {
        simplified = Plane[character];
        return simplified != Beyond;
    }

    private static char[] LoadPlane()
    {
        var plane = new char[char.MaxValue + 1];
        for (var code = 0; code < plane.Length; code++)
        {
            plane[code] = (char)code;
        }

        foreach (var (traditional, simplified) in Table.Where(pair => pair.Key.IsBmp))
        {
            plane[traditional.Value] = simplified.IsBmp ? (char)simplified.Value : Beyond;
        }

        return plane;
    }

    private static Dictionary<Rune, Rune> Load()
    {
        using var reader = LanguageData.Open("traditional-simplified.txt");
        var table = new Dictionary<Rune, Rune>();
        while (reader.ReadLine() is { } line)
        {
            var runes = line.EnumerateRunes().ToArray();
            for (var index = 0; index < runes.Length; index += 2)
            {
                table.Add(runes[index], runes[index + 1]);
            }
        }

        return table;
    }
}
