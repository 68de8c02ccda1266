using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Core.Matching.Pages;

/// <summary>Reads listings side by side for the reasons of their pairs.</summary>
public sealed class PairReading(ListingReader reader, WordAlignment alignment)
{
    /// <summary>A reader for the pairs of one page, which shows each of my listings in many of them.</summary>
    /// <param name="statistics">Of the terms of the firm that asks.</param>
    internal PagePairs ForPage(TermStatistics statistics) => new(reader, alignment, statistics);
}
