using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.UnitTests.Matching;

/// <summary>Readers of listings that tests choose from.</summary>
internal static class Readers
{
    /// <summary>Compares words and codes; knows no concept and no meaning.</summary>
    public static readonly ListingReader WordsAlone = new(
        ConceptGlossary.Empty,
        new MeaningSpace(LearntLexicon.Empty, new NoTextEncoder())
    );

    /// <summary>With the concepts of the shipped glossary and their chains.</summary>
    public static readonly ListingReader WithConcepts = new(
        ConceptGlossary.Shipped,
        new MeaningSpace(LearntLexicon.Empty, new NoTextEncoder())
    );

    /// <summary>How well one firm fits another among a hundred, with the rarities of these two.</summary>
    public static FirmScore Score(this ListingReader reader, FirmText me, FirmText them, DateTime now)
    {
        var documents = new[] { me, them }.Select(reader.Document).ToList();
        var frequencies = documents
            .SelectMany(document => document.OfferTerms.Union(document.NeedTerms))
            .CountBy(term => term)
            .ToDictionary(StringComparer.Ordinal);
        return MatchScorer.For(me, reader, new TermStatistics(100, frequencies), now).Score(documents[1].Profile);
    }
}
