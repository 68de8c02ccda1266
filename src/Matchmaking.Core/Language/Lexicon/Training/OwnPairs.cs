using Matchmaking.Core.Common;
using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Language.Lexicon.Training;

/// <summary>Aligned texts that come with the product: the glossary, the general vocabulary and the names of the nomenclature.</summary>
public static class OwnPairs
{
    /// <summary>A product is no translation of the heading it falls under; it is near it.</summary>
    private const double HeadingShare = 0.3;

    /// <summary>A concept of more headings than this says little of each.</summary>
    private const int MostHeadings = 2;

    public static IReadOnlyList<AlignedSet> Of(ConceptGlossary glossary) =>
        [
            .. AlignedTable.Pairs("glossary", glossary.Concepts.Select(Row), 1),
            .. AlignedTable.Pairs("vocabulary", Vocabulary(), 1),
            .. AlignedTable.Pairs("nomenclature", HsNomenclature.Entries.Select(entry => Row(entry.Names)), 1),
            new AlignedSet("headings", [.. glossary.Concepts.SelectMany(Headings).Distinct()], HeadingShare),
            new AlignedSet("goods", [.. GoodsIndex.Lines.SelectMany(Goods).Distinct()], HeadingShare),
        ];

    private static IReadOnlyList<AlignedRow> Vocabulary()
    {
        using var reader = LanguageData.Open("vocabulary.tsv");
        return AlignedTable.Read(reader);
    }

    private static AlignedRow Row(Concept concept) =>
        new(
            LanguageCodes
                .All.Where(language => concept.TermsIn(language).Count > 0)
                .ToDictionary(language => language, language => concept.TermsIn(language).Select(term => term.Text).ToArray())
        );

    private static AlignedRow Row(LocalizedText names) =>
        new(LanguageCodes.All.ToDictionary(language => language, language => new[] { names.In(language) }));

    private static IEnumerable<(string, string)> Headings(Concept concept)
    {
        var headings = concept.HsCodes.Select(code => code[..4]).Distinct().ToList();
        if (headings.Count > MostHeadings)
        {
            return [];
        }

        return from heading in headings
            from own in LanguageCodes.All
            from other in LanguageCodes.All
            where own != other && concept.TermsIn(own).Count > 0
            select (concept.Names.In(own), HsNomenclature.Name(heading, other));
    }

    private static IEnumerable<(string, string)> Goods(Concept line) =>
        from own in LanguageCodes.All
        from term in line.TermsIn(own)
        from other in LanguageCodes.All
        where own != other
        select (term.Text, HsNomenclature.Name(line.Id, other));
}
