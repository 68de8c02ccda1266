namespace Matchmaking.Core.Language.Lexicon;

/// <summary>
/// Reads Han characters as Korean does, so that 半导体 and 반도체 meet without a dictionary. Readings: kHangul of Unicode's Unihan.
/// The initial-sound rule is folded on both sides: 리튬 and 이튬, 량 and 양 are one.
/// </summary>
internal static class SinoKoreanReading
{
    private const int Ieung = 11;
    private const int Nieun = 2;
    private const int Rieul = 5;
    private const int SyllablesAnInitial = 588;
    private const int Finals = 28;

    private static readonly Dictionary<char, char> Readings = Read();

    /// <summary>The folded syllable, or '\0' for a character that Korean does not read.</summary>
    public static char Of(char han) => Readings.GetValueOrDefault(han);

    public static char Fold(char syllable)
    {
        if (syllable is < '\uAC00' or > '\uD7A3')
        {
            return syllable;
        }

        var place = syllable - '\uAC00';
        var (initial, vowel, final) = (place / SyllablesAnInitial, place % SyllablesAnInitial / Finals, place % Finals);
        if (initial == Rieul)
        {
            initial = Nieun;
        }

        // ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ
        if (initial == Nieun && vowel is 2 or 3 or 6 or 7 or 12 or 17 or 20)
        {
            initial = Ieung;
        }

        return (char)('\uAC00' + initial * SyllablesAnInitial + vowel * Finals + final);
    }

    private static Dictionary<char, char> Read()
    {
        var readings = new Dictionary<char, char>();
        using var lines = LanguageData.Open("sino-korean-readings.txt");
        while (lines.ReadLine() is { } line)
        {
            foreach (var han in line.AsSpan(1))
            {
                readings[han] = Fold(line[0]);
            }
        }

        return readings;
    }
}
