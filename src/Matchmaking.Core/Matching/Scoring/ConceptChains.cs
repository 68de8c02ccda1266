using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Matching.Scoring;

/// <param name="Relation">How the first concept stands to the second.</param>
/// <param name="IsReversed">The concept that was asked about is the second of them.</param>
internal sealed record ChainStep(string Concept, ConceptRelation Relation, bool IsReversed);

/// <summary>The neighbours of each concept in the chain of production, on both sides.</summary>
internal sealed class ConceptChains
{
    private static readonly IReadOnlyList<ChainStep> None = [];

    private readonly Dictionary<string, List<ChainStep>> steps = new(StringComparer.Ordinal);

    public ConceptChains(ConceptGlossary glossary)
    {
        foreach (var concept in glossary.Concepts)
        {
            foreach (var link in concept.Links)
            {
                Add(concept.Id, new ChainStep(link.Target, link.Relation, IsReversed: false));
                Add(link.Target, new ChainStep(concept.Id, link.Relation, IsReversed: true));
            }
        }
    }

    public IReadOnlyList<ChainStep> Of(string concept) => steps.TryGetValue(concept, out var found) ? found : None;

    private void Add(string concept, ChainStep step) => (steps.TryGetValue(concept, out var known) ? known : steps[concept] = []).Add(step);
}
