using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Reads listings side by side for the reasons of their pairs.</summary>
public sealed class PairReading(ListingReader reader, WordAlignment alignment)
{
    /// <summary>A reader for the pairs of one page, which shows a listing in several of them and reads it once.</summary>
    internal PagePairs ForPage() => new(reader, alignment, new ReadTexts(reader.Glossary.Finder));
}
