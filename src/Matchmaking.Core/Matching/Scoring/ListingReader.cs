using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>Reads firms' listings as the matcher understands them: their terms, their concepts and what they mean. For all threads.</summary>
public sealed class ListingReader(ConceptGlossary glossary, MeaningSpace meanings)
{
    private readonly Lazy<HeadingNeighbours> neighbours = new(() => HeadingNeighbours.For(glossary, meanings.Lexicon));

    /// <summary>Concepts, chains and words, and no vectors.</summary>
    internal ConceptGlossary Glossary => glossary;

    internal ConceptChains Chains { get; } = new(glossary);

    internal MeaningSpace Meanings => meanings;

    internal HeadingNeighbours Neighbours => neighbours.Value;

    /// <summary>Makes what the first ranking would have to wait for.</summary>
    public void Prepare()
    {
        _ = glossary.Finder;
        _ = Neighbours;
    }

    /// <summary>The firm as the index holds it.</summary>
    public PartnerDocument Document(FirmText firm)
    {
        var terms = Terms(firm);
        return PartnerDocument.Of(firm, MatchProfiles.Of(firm, terms, meanings), terms);
    }

    internal IReadOnlyList<ListingTerms> Terms(FirmText firm) =>
        [.. firm.Listings.Select(listing => ListingTerms.Of(listing.Content, glossary.Finder))];
}
