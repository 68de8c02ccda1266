using System.Text;

namespace Matchmaking.Core.Language;

/// <summary>Folds traditional characters, also those of Korean Hanja, to the simplified ones.</summary>
internal static class SimplifiedHan
{
    private static readonly Dictionary<Rune, Rune> Table = Load();

    public static Rune Fold(Rune character) => Table.GetValueOrDefault(character, character);

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
