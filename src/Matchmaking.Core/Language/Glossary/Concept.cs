using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language.Glossary;

/// <summary>One thing of the trade (a product, material, machine, part or service) with its terms in three languages.</summary>
/// <param name="Id">A lower-case slug, as in <c>lithium-hydroxide</c>.</param>
/// <param name="Zh">Simplified characters; the preferred term first, as in the other two languages.</param>
/// <param name="HsCodes">Four or six digits without a dot, the likeliest first; none for services.</param>
public sealed record Concept(
    string Id,
    string Sector,
    IReadOnlyList<ConceptTerm> Zh,
    IReadOnlyList<ConceptTerm> Ko,
    IReadOnlyList<ConceptTerm> En,
    IReadOnlyList<string> HsCodes,
    IReadOnlyList<ConceptLink> Links
)
{
    /// <summary>The preferred terms.</summary>
    public LocalizedText Names { get; } = new(Zh[0].Text, Ko[0].Text, En[0].Text);

    public IReadOnlyList<ConceptTerm> TermsIn(LanguageCode language) =>
        language switch
        {
            LanguageCode.Zh => Zh,
            LanguageCode.Ko => Ko,
            _ => En,
        };
}

/// <param name="IsAmbiguous">It also means something else: another concept, or a thing of daily life.</param>
public readonly record struct ConceptTerm(string Text, bool IsAmbiguous);

/// <summary>How one concept stands to another in the chain of production.</summary>
public enum ConceptRelation
{
    /// <summary>Consumed to make the target.</summary>
    InputOf,

    /// <summary>A machine or tool with which the target is made.</summary>
    EquipmentFor,

    /// <summary>Built into the target.</summary>
    PartOf,

    /// <summary>Can stand in for the target.</summary>
    Substitutes,
}

/// <param name="Target">Id of a concept.</param>
public readonly record struct ConceptLink(ConceptRelation Relation, string Target);
