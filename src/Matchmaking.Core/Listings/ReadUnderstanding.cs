using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Listings;

/// <summary>What the words of a listing are taken for, and which HS codes that suggests.</summary>
public sealed class ReadUnderstanding(ConceptGlossary glossary, HsCodeFinder codes)
{
    private const int CodeLimit = 6;

    public ListingUnderstanding Execute(ListingContent content) =>
        new(
            [
                .. Named(content.Title)
                    .Concat(Named(content.Text))
                    .DistinctBy(item => item.Mention.Concept.Id)
                    .Select(item => new UnderstoodConcept(
                        item.Mention.Concept,
                        item.Word,
                        item.Mention.IsAmbiguous,
                        content.StruckConcepts.Contains(item.Mention.Concept.Id)
                    )),
            ],
            codes.Suggest(content.Title, content.Text, content.StruckConcepts, content.HsCodes, CodeLimit)
        );

    private IEnumerable<(ConceptMention Mention, string Word)> Named(string text) =>
        glossary.Finder.Find(text).Select(mention => (mention, text[mention.Start..mention.End]));
}

/// <param name="Concepts">In the order in which they are first named, title first.</param>
/// <param name="Codes">Those that the listing does not carry yet, best first.</param>
public sealed record ListingUnderstanding(IReadOnlyList<UnderstoodConcept> Concepts, IReadOnlyList<HsSuggestion> Codes);

/// <param name="Word">As it stands in the text.</param>
/// <param name="IsStruck">The writer did not mean it.</param>
public sealed record UnderstoodConcept(Concept Concept, string Word, bool IsAmbiguous, bool IsStruck);
