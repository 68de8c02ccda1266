using System.Text;

namespace Matchmaking.Core.Language;

/// <summary>Numbers as they stand in specifications: "99.9%", "300 mm", "月产7,000吨", and the codes of the Harmonized System.</summary>
internal static class Numbers
{
    /// <summary>Units by every way of writing them; the value is the one that is indexed. Micro signs are folded to the Greek letter before.</summary>
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["%"] = "%",
        ["퍼센트"] = "%",
        ["nm"] = "nm",
        ["나노"] = "nm",
        ["纳米"] = "nm",
        ["um"] = "μm",
        ["μm"] = "μm",
        ["미크론"] = "μm",
        ["微米"] = "μm",
        ["mm"] = "mm",
        ["毫米"] = "mm",
        ["cm"] = "cm",
        ["厘米"] = "cm",
        ["m"] = "m",
        ["inch"] = "inch",
        ["inches"] = "inch",
        ["인치"] = "inch",
        ["英寸"] = "inch",
        ["寸"] = "inch",
        ["\""] = "inch",
        ["g"] = "g",
        ["kg"] = "kg",
        ["公斤"] = "kg",
        ["千克"] = "kg",
        ["킬로그램"] = "kg",
        ["t"] = "t",
        ["ton"] = "t",
        ["tons"] = "t",
        ["tonne"] = "t",
        ["tonnes"] = "t",
        ["톤"] = "t",
        ["吨"] = "t",
        ["l"] = "l",
        ["리터"] = "l",
        ["升"] = "l",
        ["ml"] = "ml",
        ["毫升"] = "ml",
        ["v"] = "v",
        ["kv"] = "kv",
        ["a"] = "a",
        ["ma"] = "ma",
        ["ah"] = "ah",
        ["mah"] = "mah",
        ["w"] = "w",
        ["kw"] = "kw",
        ["mw"] = "mw",
        ["kwh"] = "kwh",
        ["mwh"] = "mwh",
        ["hz"] = "hz",
        ["khz"] = "khz",
        ["mhz"] = "mhz",
        ["ghz"] = "ghz",
        ["bar"] = "bar",
        ["kpa"] = "kpa",
        ["mpa"] = "mpa",
        ["gpa"] = "gpa",
        ["ppm"] = "ppm",
        ["ppb"] = "ppb",
        ["n"] = "n",
        ["dwt"] = "dwt",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> UnitSpans = Units.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Units that are words of the trade as well: "나노 소재", "steel bar".</summary>
    private static readonly HashSet<string> AlsoWords = ["나노", "纳米", "bar"];

    private static readonly int LongestUnit = Units.Keys.Max(unit => unit.Length);

    /// <summary>A number, an HS code, or a number that carries a known unit; not a grade that starts with a digit ("4h-sic").</summary>
    public static bool TryCut(string text, int start, int end, Tokenizer.TokenList tokens, out int cutEnd)
    {
        cutEnd = end;
        var digits = start;
        while (digits < end && (char.IsAsciiDigit(text[digits]) || text[digits] is '.' or ','))
        {
            digits++;
        }

        if (digits == start)
        {
            return false;
        }

        if (digits < end)
        {
            if (!UnitSpans.TryGetValue(text.AsSpan(digits, end - digits), out var attached))
            {
                return false;
            }

            Add(text, start, digits, attached, end, tokens);
            return true;
        }

        if (UnitAfter(text, digits) is { } unit)
        {
            Add(text, start, digits, unit.Name, unit.End, tokens);
            cutEnd = unit.End;
        }
        else if (IsSubheading(text.AsSpan(start, end - start)))
        {
            AddCode(text, start, end, tokens);
        }
        else
        {
            tokens.Add(Plain(text, start, digits), TokenKind.Number, start, digits);
        }

        return true;
    }

    /// <summary>What follows "HS": four or six digits, with or without a dot.</summary>
    public static bool TryCutHsCode(string text, int start, Tokenizer.TokenList tokens, out int cutEnd)
    {
        var digits = start;
        while (digits < text.Length && text[digits] is ' ' or ':' or '.')
        {
            digits++;
        }

        cutEnd = digits;
        while (cutEnd < text.Length && (char.IsAsciiDigit(text[cutEnd]) || text[cutEnd] == '.') && cutEnd - digits < 7)
        {
            cutEnd++;
        }

        if (!HsNomenclature.TryParse(text[digits..cutEnd], out _))
        {
            return false;
        }

        AddCode(text, digits, cutEnd, tokens);
        return true;
    }

    /// <summary>A unit without its number, in any case of letters.</summary>
    public static bool IsUnit(string word) => !AlsoWords.Contains(word) && Units.ContainsKey(word.ToLowerInvariant());

    public static bool IsThousandsSeparator(string text, int comma)
    {
        var digits = 0;
        while (comma + 1 + digits < text.Length && char.IsAsciiDigit(text[comma + 1 + digits]))
        {
            digits++;
        }

        return digits == 3;
    }

    private static void AddCode(string text, int start, int end, Tokenizer.TokenList tokens)
    {
        if (HsNomenclature.TryParse(text[start..end].TrimEnd('.'), out var code))
        {
            foreach (var term in HsNomenclature.Terms(code))
            {
                tokens.Add(term, TokenKind.Code, start, end);
            }
        }
    }

    private static bool IsSubheading(ReadOnlySpan<char> number) =>
        number.Length == 7 && number[4] == '.' && HsNomenclature.TryParse(number.ToString(), out _);

    private static void Add(string text, int start, int digits, string unit, int end, Tokenizer.TokenList tokens)
    {
        var number = Plain(text, start, digits);
        tokens.Add(number + unit, TokenKind.Number, start, end);
        tokens.Add(number, TokenKind.Number, start, digits);
    }

    private static string Plain(string text, int start, int end) => text[start..end].Replace(",", string.Empty, StringComparison.Ordinal);

    /// <summary>A unit that stands right behind the number or after one blank, and is not the start of a longer word of its own script.</summary>
    private static (string Name, int End)? UnitAfter(string text, int position)
    {
        var start = position < text.Length && text[position] == ' ' ? position + 1 : position;
        for (var length = Math.Min(LongestUnit, text.Length - start); length > 0; length--)
        {
            var end = start + length;
            if (UnitSpans.TryGetValue(text.AsSpan(start, length), out var unit) && !RunsOn(text, end))
            {
                return (unit, end);
            }
        }

        return null;
    }

    private static bool RunsOn(string text, int end) =>
        end < text.Length
        && Rune.TryGetRuneAt(text, end - 1, out var last)
        && Scripts.Of(last) is Script.Alphabetic
        && Scripts.Of(Rune.GetRuneAt(text, end)) is Script.Alphabetic;
}
