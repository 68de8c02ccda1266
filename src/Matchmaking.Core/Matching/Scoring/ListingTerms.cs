using System.Runtime.InteropServices;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>The terms of one listing with what each says there, and its codes.</summary>
/// <param name="Weights">Distinct terms; 0 for those that only serve to find.</param>
/// <param name="Concepts">Ids of the concepts that it names, with what each says there; their terms are among the weights.</param>
/// <param name="HsCodes">Of the form, else those that the text names.</param>
internal sealed record ListingTerms(
    IReadOnlyDictionary<string, float> Weights,
    IReadOnlyList<string> HsCodes,
    IReadOnlyDictionary<string, float> Concepts
)
{
    /// <summary>A word of the text says less than one of the title, which names the thing itself.</summary>
    private const float TextShare = 0.4f;

    private const string CodePrefix = "hs:";
    private const string ConceptPrefix = "c:";

    /// <summary>The term by which texts of all languages meet in one concept.</summary>
    public static string ConceptTerm(string concept) => ConceptPrefix + concept;

    public static ListingTerms Of(ListingContent content, ConceptFinder finder)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var (title, text) = (TextNormalizer.Normalize(content.Title), TextNormalizer.Normalize(content.Text));
        var (ofTitle, ofText) = (Tokenizer.Tokenize(title), Tokenizer.Tokenize(text));
        var weights = new Dictionary<string, float>(ofTitle.Count + ofText.Count, StringComparer.Ordinal);
        Add(ofTitle, 1f, weights, named);
        Add(ofText, TextShare, weights, named);
        var concepts = new Dictionary<string, float>(StringComparer.Ordinal);
        Add(finder.Find(content.Title, title), 1f, concepts);
        Add(finder.Find(content.Text, text), TextShare, concepts);
        foreach (var struck in content.StruckConcepts)
        {
            concepts.Remove(struck);
        }

        foreach (var (concept, weight) in concepts)
        {
            weights.Add(ConceptTerm(concept), weight);
        }

        return new ListingTerms(weights, content.HsCodes.Count > 0 ? content.HsCodes : [.. named], concepts);
    }

    /// <summary>All terms to find it by, those of its codes among them.</summary>
    public IEnumerable<string> IndexTerms => Weights.Keys.Concat(CodeTerms);

    /// <summary>Those of them that say something when two texts are compared.</summary>
    public IEnumerable<string> TellingTerms => Weights.Where(term => term.Value > 0).Select(term => term.Key).Concat(CodeTerms);

    private IEnumerable<string> CodeTerms => HsCodes.SelectMany(HsNomenclature.Terms);

    private static void Add(IReadOnlyList<ConceptMention> mentions, float share, Dictionary<string, float> concepts)
    {
        foreach (var mention in mentions)
        {
            var weight = share * mention.Share;
            concepts[mention.Concept.Id] = Math.Max(concepts.GetValueOrDefault(mention.Concept.Id), weight);
        }
    }

    private static void Add(IReadOnlyList<Token> tokens, float share, Dictionary<string, float> weights, HashSet<string> named)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Code)
            {
                // Codes are compared as codes; the chapter and heading terms of a subheading name no further one.
                if (token.Text.Length > CodePrefix.Length + 2)
                {
                    named.RemoveWhere(code => token.Text[CodePrefix.Length..].StartsWith(code, StringComparison.Ordinal));
                    named.Add(token.Text[CodePrefix.Length..]);
                }

                continue;
            }

            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(weights, token.Text, out _);
            known = Math.Max(known, token.Weight * share);
        }
    }
}
