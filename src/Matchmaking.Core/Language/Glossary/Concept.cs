using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language.Glossary;

/// <summary>One thing of the trade (a product, material, machine, part or service) with its terms in three languages.</summary>
/// <param name="Id">A lower-case slug, as in <c>lithium-hydroxide</c>.</param>
/// <param name="Zh">Simplified characters; the preferred term first, as in the other two languages. One of the three may be empty.</param>
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
    public LocalizedText Names { get; } = new(Preferred(Zh), Preferred(Ko), Preferred(En));

    public IReadOnlyList<ConceptTerm> TermsIn(LanguageCode language) =>
        language switch
        {
            LanguageCode.Zh => Zh,
            LanguageCode.Ko => Ko,
            _ => En,
        };

    /// <summary>With what the other one has beyond it; what stands here stays in front.</summary>
    internal Concept And(Concept other) =>
        new(
            Id,
            Sector,
            Joined(Zh, other.Zh),
            Joined(Ko, other.Ko),
            Joined(En, other.En),
            [.. HsCodes.Union(other.HsCodes)],
            [.. Links.Union(other.Links)]
        );

    private static IReadOnlyList<ConceptTerm> Joined(IReadOnlyList<ConceptTerm> own, IReadOnlyList<ConceptTerm> others) =>
        [.. own.Concat(others).DistinctBy(term => term.Text)];

    private static string Preferred(IReadOnlyList<ConceptTerm> terms) => terms.Count > 0 ? terms[0].Text : string.Empty;
}

/// <param name="IsAmbiguous">It also means something else: another concept, or a thing of daily life.</param>
public readonly record struct ConceptTerm(string Text, bool IsAmbiguous)
{
    private const char Mark = '*';

    /// <summary>As files and forms have it: a trailing asterisk marks an ambiguous term.</summary>
    public static ConceptTerm Parse(string entry) => entry.EndsWith(Mark) ? new(entry[..^1].TrimEnd(), true) : new(entry, false);

    public override string ToString() => IsAmbiguous ? Text + Mark : Text;
}

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
