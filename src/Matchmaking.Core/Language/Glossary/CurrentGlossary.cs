namespace Matchmaking.Core.Language.Glossary;

/// <summary>
/// The glossary of this moment: the one that was built at the start, and the concepts that people of the site have added since. Whoever
/// works longer than a moment takes the value once: it never changes, another one takes its place.
/// </summary>
public sealed class CurrentGlossary(ConceptGlossary built)
{
    private readonly Lock replacing = new();
    private volatile State state = new(built, 0);

    /// <summary>Shipped, and from the operator's files.</summary>
    public ConceptGlossary Built => built;

    public ConceptGlossary Value => state.Glossary;

    /// <summary>Of the added concepts; 0 before any were read.</summary>
    public long Version => state.Version;

    /// <param name="added">All that count now.</param>
    /// <param name="version">Rises with each change; what is older than the present value is left alone.</param>
    public void Replace(IEnumerable<Concept> added, long version)
    {
        var next = new State(built.With(added), version);
        // Made before anybody needs it, so that no reader waits.
        _ = next.Glossary.Finder;
        lock (replacing)
        {
            if (version > state.Version)
            {
                state = next;
            }
        }
    }

    private sealed record State(ConceptGlossary Glossary, long Version);
}
