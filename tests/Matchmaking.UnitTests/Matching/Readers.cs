using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Language.Lexicon.Training;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.UnitTests.Matching;

/// <summary>Readers of listings that tests choose from.</summary>
internal static class Readers
{
    private static readonly LearntLexicon Nothing = LearntLexicon.Of(
        new LearntVectors(1, new Dictionary<uint, int>(), [], null),
        string.Empty
    );

    /// <summary>Compares words and codes; knows no concept and no meaning.</summary>
    public static readonly ListingReader WordsAlone = new(ConceptGlossary.Empty, new MeaningSpace(Nothing, new NoTextEncoder()));

    /// <summary>With the concepts of the shipped glossary and their chains.</summary>
    public static readonly ListingReader WithConcepts = new(ConceptGlossary.Shipped, new MeaningSpace(Nothing, new NoTextEncoder()));
}
