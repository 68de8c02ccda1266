namespace Matchmaking.Core.Language.Glossary;

/// <summary>Where in a text a term may begin and end.</summary>
internal readonly ref struct TermBoundaries(string text, List<TextUnit> units, TermTrie trie)
{
    /// <summary>Shortest Korean term that is believed in the middle of a longer word.</summary>
    private const int SurelyWhole = 3;

    /// <summary>What Korean appends to a thing without a blank.</summary>
    private static readonly string[] KoreanSuffixes =
    [
        .. "용 형 식 급 류 제 사 업체 기업 회사 공장 제품 제조 생산 판매 구매 구입 수출 수입 공급 납품 개발 가공 기술 사업".Split(' '),
    ];

    private readonly string text = text;
    private readonly List<TextUnit> units = units;
    private readonly TermTrie trie = trie;

    /// <summary>Not inside a word of letters and digits.</summary>
    public bool IsPossibleStart(int start) => units[start].Script != Script.Alphabetic || !StartsInside(start);

    /// <summary>Whether a term may go on over what divides the unit from the one before.</summary>
    public bool MayCross(int position) =>
        units[position].Before switch
        {
            Gap.None or Gap.Hyphen => true,
            Gap.Soft => units[position].Script != Script.Han || units[position - 1].Script != Script.Han,
            _ => false,
        };

    /// <param name="end">Exclusive, as in all of these.</param>
    /// <param name="isAfterTerm">Another term ends where this one starts.</param>
    public bool Allow(int start, int end, bool isAfterTerm) => MayStart(start, end - start, isAfterTerm) && MayEnd(start, end);

    private bool StartsInside(int start) => start > 0 && units[start].Continues(units[start - 1]);

    private bool MayStart(int start, int length, bool isAfterTerm)
    {
        if (units[start].Script == Script.Alphabetic)
        {
            return true;
        }

        if (length == 1)
        {
            return start == 0 || IsApart(start);
        }

        // One syllable before is often a part of a loan word: 이스트 is no yeast in 페이스트.
        return !StartsInside(start)
            || units[start].Script == Script.Han
            || isAfterTerm
            || length > SurelyWhole
            || (length == SurelyWhole && start > 1 && StartsInside(start - 1));
    }

    private bool MayEnd(int start, int end)
    {
        var (last, length) = (units[end - 1], end - start);
        if (end == units.Count)
        {
            return true;
        }

        if (!units[end].Continues(last))
        {
            return length > 1 || last.Script == Script.Alphabetic || IsApart(end);
        }

        return last.Script switch
        {
            Script.Alphabetic => false,
            Script.Han => length > 1,
            _ => length >= SurelyWhole || KoreanMayFollow(end, length),
        };
    }

    /// <summary>A blank or punctuation stands before: 0.4초 is no candle, 양·음극 no sheep.</summary>
    private bool IsApart(int position) =>
        units[position].Before == Gap.Hard || (units[position].Before == Gap.Soft && text[units[position].Start - 1] == ' ');

    private bool KoreanMayFollow(int end, int length)
    {
        var from = units[end].Start;
        var rest = text.AsSpan(from, Scripts.RunEnd(text, from, Script.Hangul) - from);
        if (KoreanWords.AreEndings(rest, text[from - 1]))
        {
            return true;
        }

        if (length == 1)
        {
            return false;
        }

        foreach (var suffix in KoreanSuffixes)
        {
            if (rest.StartsWith(suffix, StringComparison.Ordinal) && KoreanWords.AreEndings(rest[suffix.Length..], suffix[^1]))
            {
                return true;
            }
        }

        return BeginsTerm(end);
    }

    /// <summary>Whether a term of at least two units stands here.</summary>
    private bool BeginsTerm(int start)
    {
        var node = 0;
        for (var position = start; position < units.Count && (position == start || MayCross(position)); position++)
        {
            node = trie.Next(node, units[position].Id);
            if (node < 0)
            {
                return false;
            }

            if (position > start && trie.MeaningsAt(node) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
