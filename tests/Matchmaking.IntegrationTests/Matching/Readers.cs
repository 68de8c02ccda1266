using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>Readers of listings that tests choose from.</summary>
internal static class Readers
{
    /// <summary>Compares words and codes; knows no concept and no meaning.</summary>
    public static readonly ListingReader WordsAlone = new(
        ConceptGlossary.Empty,
        new MeaningSpace(LearntLexicon.Empty, new NoTextEncoder())
    );
}
