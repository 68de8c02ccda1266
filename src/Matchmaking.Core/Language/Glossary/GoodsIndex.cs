namespace Matchmaking.Core.Language.Glossary;

/// <summary>
/// What falls under the headings of the nomenclature, as firms write it. The things of a line are no synonyms: they lead to their heading and
/// to nothing else, while a concept's terms mean one thing.
/// </summary>
public static class GoodsIndex
{
    private static readonly Lazy<IReadOnlyList<Concept>> Shipped = new(Read);

    /// <summary>A line for each heading that has one, with the heading as its id and its only code.</summary>
    public static IReadOnlyList<Concept> Lines => Shipped.Value;

    public static bool IsLine(Concept concept) => concept.HsCodes is [var heading] && heading == concept.Id;

    private static List<Concept> Read()
    {
        using var lines = LanguageData.Open("goods.tsv");
        var found = new List<Concept>();
        while (lines.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            found.Add(new Concept(columns[0], string.Empty, Terms(columns[1]), Terms(columns[2]), Terms(columns[3]), [columns[0]], []));
        }

        return found;
    }

    private static ConceptTerm[] Terms(string column) =>
        Array.ConvertAll(column.Split(GlossaryLine.Separator, StringSplitOptions.RemoveEmptyEntries), ConceptTerm.Parse);
}
