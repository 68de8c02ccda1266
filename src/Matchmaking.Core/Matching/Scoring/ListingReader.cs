using System.Collections.Concurrent;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>Reads firms' listings as the matcher understands them: their terms, their concepts and what they mean. For all threads.</summary>
public sealed class ListingReader(ConceptGlossary glossary, MeaningSpace meanings)
{
    /// <summary>Characters of texts kept apart, each of which takes about a hundred bytes.</summary>
    private const int CharactersKept = 600_000;

    /// <summary>Pages show the same listings to many people; when there are too many, all are forgotten.</summary>
    private readonly ConcurrentDictionary<string, ReadText> texts = new(StringComparer.Ordinal);

    private int characters;

    /// <summary>Concepts, chains and words, and no vectors.</summary>
    internal ConceptGlossary Glossary => glossary;

    internal ConceptChains Chains { get; } = new(glossary);

    internal MeaningSpace Meanings => meanings;

    /// <summary>The firm as the index holds it.</summary>
    public PartnerDocument Document(FirmText firm)
    {
        var terms = Terms(firm);
        return PartnerDocument.Of(firm, MatchProfiles.Of(firm, terms, meanings), terms);
    }

    internal ReadText Read(string text)
    {
        if (texts.TryGetValue(text, out var known))
        {
            return known;
        }

        var read = new ReadText(text, glossary.Finder);
        if (Interlocked.Add(ref characters, text.Length) > CharactersKept)
        {
            texts.Clear();
            Volatile.Write(ref characters, text.Length);
        }

        return texts.GetOrAdd(text, read);
    }

    internal IReadOnlyList<ListingTerms> Terms(FirmText firm) =>
        [.. firm.Listings.Select(listing => ListingTerms.Of(listing.Content, glossary.Finder))];
}
