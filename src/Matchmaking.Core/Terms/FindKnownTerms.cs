using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Terms;

/// <param name="IsOwn">Taught by an agency, as opposed to shipped or given by the operator.</param>
public sealed record KnownTerm(string Term, Concept Concept, bool IsOwn);

/// <summary>Which words of an entry the glossary has already, however they are written.</summary>
public sealed class FindKnownTerms(CurrentGlossary glossary)
{
    /// <param name="except">The concept of the entry itself, or null.</param>
    public IReadOnlyList<KnownTerm> Execute(TermContent content, string? except) =>
        [
            .. content
                .Terms.SelectMany(term => glossary.Value.Finder.Named(ConceptTerm.Parse(term).Text), (term, concept) => (term, concept))
                .Where(found => found.concept.Id != except)
                .Select(found => new KnownTerm(found.term, found.concept, glossary.Built.Find(found.concept.Id) is null)),
        ];

    /// <summary>The same of what was typed, whether or not it can be saved.</summary>
    public IReadOnlyList<KnownTerm> Execute(TermInput input, string? except) =>
        input.Check(extends: true) is { Succeeded: true } content ? Execute(content.Value, except) : [];
}
