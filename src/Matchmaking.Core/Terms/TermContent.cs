using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Terms;

/// <summary>What an entry says: the terms of one thing in at least two languages, or further terms of a known concept.</summary>
public sealed record TermContent
{
    public const int TermLimit = 80;
    public const int TermsPerLanguage = 20;
    public const int CodesLimit = 5;
    public const int NoteLimit = 500;

    /// <summary>The preferred term first, as in the other two; a trailing asterisk marks one that also means something else.</summary>
    public IReadOnlyList<string> Zh { get; init; } = [];

    public IReadOnlyList<string> Ko { get; init; } = [];

    public IReadOnlyList<string> En { get; init; } = [];

    /// <summary>Four or six digits without a dot.</summary>
    public IReadOnlyList<string> HsCodes { get; init; } = [];

    /// <summary>One of the firms' sectors, or empty.</summary>
    public string Sector { get; init; } = string.Empty;

    /// <summary>For the agencies alone.</summary>
    public string Note { get; init; } = string.Empty;

    public IEnumerable<string> Terms => Zh.Concat(Ko).Concat(En);

    public IReadOnlyList<string> In(LanguageCode language) =>
        language switch
        {
            LanguageCode.Zh => Zh,
            LanguageCode.Ko => Ko,
            _ => En,
        };

    /// <summary>Equal for contents that say the same.</summary>
    internal bool Says(TermContent other) =>
        LanguageCodes.All.All(language => In(language).SequenceEqual(other.In(language)))
        && HsCodes.SequenceEqual(other.HsCodes)
        && (Sector, Note) == (other.Sector, other.Note);

    internal Concept ToConcept(string id) =>
        new(id, Sector.Length > 0 ? Sector : Sectors.Other, Parsed(Zh), Parsed(Ko), Parsed(En), HsCodes, []);

    /// <summary>Without the terms that are given, in whichever language.</summary>
    internal TermContent Without(IReadOnlySet<string> terms) =>
        this with
        {
            Zh = [.. Zh.Where(term => !terms.Contains(term))],
            Ko = [.. Ko.Where(term => !terms.Contains(term))],
            En = [.. En.Where(term => !terms.Contains(term))],
        };

    /// <summary>With what the other one has beyond it.</summary>
    internal TermContent And(TermContent other) =>
        this with
        {
            Zh = [.. Zh.Union(other.Zh)],
            Ko = [.. Ko.Union(other.Ko)],
            En = [.. En.Union(other.En)],
            HsCodes = [.. HsCodes.Union(other.HsCodes)],
            Sector = Sector.Length > 0 ? Sector : other.Sector,
            Note = Note.Length > 0 ? Note : other.Note,
        };

    private static IReadOnlyList<ConceptTerm> Parsed(IReadOnlyList<string> terms) => [.. terms.Select(ConceptTerm.Parse)];
}
