namespace Matchmaking.Core.Language.Glossary;

/// <param name="Code">Four digits.</param>
/// <param name="Weight">How surely the text names something of it, at most 1.</param>
public readonly record struct NamedHeading(string Code, float Weight);

/// <summary>The headings of the nomenclature under which the things fall that a text names.</summary>
public static class NamedHeadings
{
    private const int Most = 5;

    /// <summary>In 手机摄像头 and 휴대폰 카메라 the thing itself stands last; what stands before says of which kind it is.</summary>
    private const float BeforeAnother = 0.4f;

    /// <summary>Where words follow that name nothing known, the thing may be another one: 二次电池制造装备.</summary>
    private const float BeforeUnknown = 0.75f;

    /// <summary>A concept names its likeliest code first.</summary>
    private const float FurtherCode = 0.8f;

    /// <summary>Appended to a thing without making another one of it.</summary>
    private static readonly string[] Endings =
    [
        .. "제조판매 제조 판매 생산 가공 개발 수출 수입 도매 소매 유통 공급 제품 제품류 류 등 외 기타 系列 产品 制品 制造 生产 销售 加工 研发 等".Split(
            ' '
        ),
    ];

    /// <param name="struck">Ids of concepts that the writer did not mean.</param>
    /// <returns>The surest first.</returns>
    public static IReadOnlyList<NamedHeading> Of(string text, IReadOnlyCollection<string> struck, ConceptFinder finder)
    {
        var mentions = finder.Find(text);
        var said = Share(text, mentions);
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var index = 0; index < mentions.Count; index++)
        {
            if (struck.Contains(mentions[index].Concept.Id))
            {
                continue;
            }

            var weight = Place(text, mentions, index) * said * mentions[index].Share;
            foreach (var heading in mentions[index].Concept.HsCodes.Select(code => code[..4]).Distinct())
            {
                weights[heading] = Math.Max(weights.GetValueOrDefault(heading), weight);
                weight *= FurtherCode;
            }
        }

        return
        [
            .. weights
                .OrderByDescending(item => item.Value)
                .ThenBy(item => item.Key, StringComparer.Ordinal)
                .Take(Most)
                .Select(item => new NamedHeading(item.Key, item.Value)),
        ];
    }

    /// <summary>How far the text is made of things that are known: a long description names many in passing.</summary>
    private static float Share(string text, IReadOnlyList<ConceptMention> mentions)
    {
        var known = mentions.DistinctBy(mention => mention.Start).Sum(mention => mention.End - mention.Start);
        return Math.Min(1, (float)known / text.Count(char.IsLetterOrDigit));
    }

    /// <summary>How surely a mention is the thing itself, by what stands behind it.</summary>
    private static float Place(string text, IReadOnlyList<ConceptMention> mentions, int index)
    {
        var end = mentions[index].End;
        var next = index + 1;
        while (next < mentions.Count && mentions[next].Start < end)
        {
            next++;
        }

        var rest = text.AsSpan(end, (next < mentions.Count ? mentions[next].Start : text.Length) - end);
        var apart = Enumeration.SeparatorIn(rest);
        if (apart < 0 && next < mentions.Count)
        {
            return BeforeAnother;
        }

        var tail = (apart < 0 ? rest : rest[..apart]).Trim().TrimEnd(['.', '。', ' ']);
        foreach (var ending in Endings)
        {
            if (tail.SequenceEqual(ending))
            {
                return 1;
            }
        }

        return tail.Length < 2 ? 1 : BeforeUnknown;
    }
}
