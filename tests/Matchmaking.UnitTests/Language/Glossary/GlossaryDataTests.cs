using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.UnitTests.Architecture;
using Xunit;

namespace Matchmaking.UnitTests.Language.Glossary;

/// <summary>The shipped files as they lie on the disk, and what the product makes of them.</summary>
public sealed partial class GlossaryDataTests
{
    private const string Folder = "src/Matchmaking.Core/Language/Data/Glossary";
    private const int LeastConcepts = 4000;
    private const int LeastTerms = 20_000;

    private static readonly IReadOnlyList<SourceTree.SourceFile> Files = SourceTree.Files(Folder, ".tsv");

    private static readonly ConceptGlossary Shipped = ConceptGlossary.Shipped;

    public static IEnumerable<(Concept Concept, LanguageCode Language, ConceptTerm Term)> Terms =>
        from concept in Shipped.Concepts
        from language in LanguageCodes.All
        from term in concept.TermsIn(language)
        select (concept, language, term);

    [Fact]
    public void Each_file_is_a_sector() =>
        Assert.Empty(Files.Select(file => Path.GetFileNameWithoutExtension(file.Path)).Except(Sectors.All));

    [Fact]
    public void Every_line_is_read_as_a_concept_of_its_own()
    {
        Assert.Empty(Shipped.Problems);
        Assert.Equal(Files.Sum(file => file.Lines), Shipped.Concepts.Count);
        Assert.Equal(
            Files.SelectMany(file => file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])),
            Shipped.Concepts.Select(concept => concept.Id)
        );
    }

    [Fact]
    public void It_is_large()
    {
        Assert.True(Shipped.Concepts.Count >= LeastConcepts);
        Assert.True(Terms.Count() >= LeastTerms);
    }

    [Fact]
    public void Lines_of_a_file_are_sorted() =>
        Assert.All(
            Files,
            file =>
            {
                var ids = file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0]).ToList();
                Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
            }
        );

    [Fact]
    public void Terms_are_written_in_the_script_of_their_language() =>
        Assert.Empty(Terms.Where(item => IsMisspelt(item.Language, item.Term)).Select(item => $"{item.Concept.Id}: {item.Term.Text}"));

    [Fact]
    public void No_term_stands_twice_in_a_language_of_a_concept() =>
        Assert.Empty(
            from item in Terms
            group item.Term by (item.Concept.Id, item.Language, Key(item.Term)) into same
            where same.Count() > 1
            select same.Key
        );

    [Fact]
    public void Term_of_two_concepts_is_marked()
    {
        Assert.Empty(
            from item in Terms
            where !item.Term.IsAmbiguous && Shipped.Finder.Named(item.Term.Text).Count > 1
            select $"{item.Concept.Id}: {item.Term.Text}"
        );
        Assert.Empty(
            from item in Terms
            group item by Key(item.Term) into same
            where same.DistinctBy(item => item.Concept.Id).Count() > 1 && same.Any(item => !item.Term.IsAmbiguous)
            select same.Key
        );
    }

    [Fact]
    public void Preferred_term_is_clear_where_a_clear_one_is_known() =>
        Assert.Empty(
            from concept in Shipped.Concepts
            from language in LanguageCodes.All
            let terms = concept.TermsIn(language)
            where terms[0].IsAmbiguous && terms.Any(term => !term.IsAmbiguous)
            select $"{concept.Id}: {terms[0].Text}"
        );

    [Fact]
    public void Every_concept_has_a_clear_term() =>
        Assert.All(Shipped.Concepts, concept => Assert.Contains(LanguageCodes.All.SelectMany(concept.TermsIn), term => !term.IsAmbiguous));

    [Fact]
    public void Codes_stand_in_the_nomenclature() =>
        Assert.All(
            Shipped.Concepts.SelectMany(concept => concept.HsCodes),
            code => Assert.True(code.Length is 4 or 6 && HsNomenclature.Exists(code), code)
        );

    [Fact]
    public void Links_lead_to_other_concepts() =>
        Assert.All(
            Shipped.Concepts,
            concept =>
            {
                Assert.All(concept.Links, link => Assert.NotNull(Shipped.Find(link.Target)));
                Assert.DoesNotContain(concept.Links, link => link.Target == concept.Id);
                Assert.Equal(concept.Links.Distinct(), concept.Links);
            }
        );

    [Fact]
    public void Every_clear_term_is_found_as_its_concept() =>
        Assert.Empty(
            Terms
                .Where(item => !Shipped.Finder.Named(item.Term.Text).Any(concept => concept.Id == item.Concept.Id))
                .Select(item => $"{item.Concept.Id}: {item.Term.Text}")
        );

    internal static bool IsMisspelt(LanguageCode language, ConceptTerm term) =>
        WrongScript(language).IsMatch(term.Text) || Signs().IsMatch(term.Text);

    internal static string Key(ConceptTerm term) => TextNormalizer.Fold(term.Text).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static Regex WrongScript(LanguageCode language) =>
        language switch
        {
            LanguageCode.Zh => Hangul(),
            LanguageCode.Ko => Han(),
            _ => HanOrHangul(),
        };

    [GeneratedRegex(@"\p{IsHangulSyllables}", RegexOptions.None, 1000)]
    private static partial Regex Hangul();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();

    [GeneratedRegex(@"\p{IsHangulSyllables}|\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex HanOrHangul();

    [GeneratedRegex(@"[()（）*|;；，、]|,(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Signs();
}
