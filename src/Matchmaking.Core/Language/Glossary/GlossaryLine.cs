namespace Matchmaking.Core.Language.Glossary;

/// <summary>
/// A line of a glossary file, six columns between tabs: id, Chinese, Korean and English terms, HS codes, links. Entries of a column stand
/// between bars, the preferred term first; a trailing asterisk marks an ambiguous term; a link is <c>relation:id</c>. A seventh column may
/// name the sector of a new concept, else the file does.
/// </summary>
internal sealed record GlossaryLine(
    string Id,
    ConceptTerm[] Zh,
    ConceptTerm[] Ko,
    ConceptTerm[] En,
    string[] HsCodes,
    ConceptLink[] Links,
    string Sector
)
{
    public const char Separator = '|';

    public const int Columns = 6;
    private const int IdLimit = 80;
    private const int TermLimit = 80;

    public int Languages => new[] { Zh, Ko, En }.Count(terms => terms.Length > 0);

    /// <summary>Null, and why, for a line that cannot be used.</summary>
    public static GlossaryLine? Parse(string line, out string problem)
    {
        var fields = line.Split('\t');
        problem = fields.Length is Columns or Columns + 1
            ? string.Empty
            : $"expected {Columns} columns between tabs, found {fields.Length}";
        if (problem.Length > 0)
        {
            return null;
        }

        if (!IsId(fields[0]))
        {
            problem = $"'{fields[0]}' is no id: lower-case letters, digits and single hyphens, at most {IdLimit}";
            return null;
        }

        ConceptTerm[][] terms = [Terms(fields[1]), Terms(fields[2]), Terms(fields[3])];
        foreach (var language in terms)
        {
            foreach (var term in language)
            {
                if (!IsTerm(term.Text))
                {
                    problem = $"'{term.Text}' is no term";
                    return null;
                }
            }
        }

        var codes = Entries(fields[4]);
        for (var index = 0; index < codes.Length; index++)
        {
            var code = codes[index].Replace(".", string.Empty, StringComparison.Ordinal);
            if (code.Length is not (4 or 6) || !HsNomenclature.Exists(code))
            {
                problem = $"'{codes[index]}' is no HS code";
                return null;
            }

            codes[index] = code;
        }

        var links = Array.ConvertAll(Entries(fields[5]), Link);
        if (links.Contains(null))
        {
            problem = $"'{fields[5]}' is no list of links";
            return null;
        }

        var sector = fields.Length > Columns ? fields[Columns] : string.Empty;
        return new GlossaryLine(fields[0], terms[0], terms[1], terms[2], codes, Array.ConvertAll(links, link => link!.Value), sector);
    }

    private static string[] Entries(string field) => field.Length == 0 ? [] : field.Split(Separator);

    private static ConceptTerm[] Terms(string field) => Array.ConvertAll(Entries(field), ConceptTerm.Parse);

    private static ConceptLink? Link(string entry)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        ConceptRelation? relation =
            colon < 0
                ? null
                : entry[..colon] switch
                {
                    "input-of" => ConceptRelation.InputOf,
                    "equipment-for" => ConceptRelation.EquipmentFor,
                    "part-of" => ConceptRelation.PartOf,
                    "substitutes" => ConceptRelation.Substitutes,
                    _ => null,
                };
        return relation is { } known && IsId(entry[(colon + 1)..]) ? new ConceptLink(known, entry[(colon + 1)..]) : null;
    }

    /// <summary>Something that can be found in a text.</summary>
    public static bool IsTerm(string text) =>
        text.Length is > 0 and <= TermLimit
        && text.EnumerateRunes().Any(rune => Scripts.Of(rune) != Script.None)
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1]);

    public static bool IsId(string text)
    {
        var hyphen = true;
        foreach (var character in text)
        {
            if (character == '-' ? hyphen : !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character))
            {
                return false;
            }

            hyphen = character == '-';
        }

        return !hyphen && text.Length <= IdLimit;
    }
}
