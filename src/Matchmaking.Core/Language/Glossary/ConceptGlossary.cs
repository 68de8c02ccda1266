namespace Matchmaking.Core.Language.Glossary;

/// <summary>The concepts of the trade: those that ship with the product, and those that an operator adds in files of the same format.</summary>
public sealed class ConceptGlossary
{
    private static readonly Lazy<ConceptGlossary> Embedded = new(() => new GlossaryReader().ReadShipped().Build());

    private readonly Dictionary<string, Concept> byId;
    private readonly Lazy<ConceptFinder> finder;

    internal ConceptGlossary(IReadOnlyList<Concept> concepts, IReadOnlyList<GlossaryProblem> problems)
    {
        (Concepts, Problems) = (concepts, problems);
        byId = concepts.ToDictionary(concept => concept.Id, StringComparer.Ordinal);
        finder = new Lazy<ConceptFinder>(() => new ConceptFinder(Concepts, concepts.Count > 0 ? GoodsIndex.Lines : []));
    }

    /// <summary>Without any concept.</summary>
    public static ConceptGlossary Empty { get; } = new([], []);

    /// <summary>The one inside the product, read at first use.</summary>
    public static ConceptGlossary Shipped => Embedded.Value;

    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>What could not be used of the files, in their order.</summary>
    public IReadOnlyList<GlossaryProblem> Problems { get; }

    public ConceptFinder Finder => finder.Value;

    /// <summary>
    /// The shipped concepts and those of the files <c>*.tsv</c> in the folder, in the order of their names. The name of a file without its
    /// ending is the sector of its new concepts, "other" if there is no such sector; a known id adds to the concept that has it.
    /// </summary>
    public static ConceptGlossary Read(string folder) => new GlossaryReader().ReadShipped().ReadFolder(folder).Build();

    /// <summary>Together with further concepts; one with a known id adds to the concept that has it.</summary>
    public ConceptGlossary With(IEnumerable<Concept> further)
    {
        var all = new OrderedDictionary<string, Concept>(byId.Count, StringComparer.Ordinal);
        foreach (var concept in Concepts.Concat(further))
        {
            all[concept.Id] = all.TryGetValue(concept.Id, out var known) ? known.And(concept) : concept;
        }

        return new ConceptGlossary([.. all.Values], Problems);
    }

    /// <summary>Null for an unknown id.</summary>
    public Concept? Find(string id) => byId.GetValueOrDefault(id);
}

/// <param name="File">Name of the file or folder.</param>
/// <param name="Line">Counted from 1; 0 for the file as a whole.</param>
/// <param name="Why">In English, for the log.</param>
public sealed record GlossaryProblem(string File, int Line, string Why);
