using Matchmaking.Core.Common;

namespace Matchmaking.Core.Terms;

public static class TermErrors
{
    /// <summary>The field of the choice between a known concept and one of its own.</summary>
    public const string Target = nameof(Target);

    /// <summary>Words of the entry stand in the glossary already; the reviewer says whether they mean that.</summary>
    public static readonly Error Known = new("term.known", Field: Target);

    /// <summary>The concept has all of it.</summary>
    public static readonly Error NothingNew = new("term.nothing-new", Field: Target);

    public static readonly Error Full = new("term.full", Arguments: TermEntry.CountLimit);

    /// <summary>Of a file: not that many columns between tabs.</summary>
    public static readonly Error WrongColumns = new("term.wrong-columns");

    public static readonly Error LinksLeftOut = new("term.links-left-out");

    public static readonly Error Unreadable = new("term.unreadable", Field: "File");

    public static Error TooFewLanguages(string field) => new("term.too-few-languages", Field: field);

    public static Error TooMany(string field, int limit) => new("term.too-many", Field: field, Arguments: limit);

    public static Error TooLong(string field, string term) => new("term.too-long", Field: field, Arguments: [term, TermContent.TermLimit]);

    /// <summary>Nothing that could be found in a text, or in anything but nearly every text.</summary>
    public static Error NoWord(string field, string term) => new("term.no-word", Field: field, Arguments: term);

    public static Error WrongScript(string field, string term) => new("term.wrong-script", Field: field, Arguments: term);

    public static Error UnknownHsCode(string code) => new("term.hs-unknown", Field: nameof(TermContent.HsCodes), Arguments: code);

    public static Error UnknownSector(string code) => new("term.sector-unknown", Field: nameof(TermContent.Sector), Arguments: code);

    public static Error BadConcept(string id) => new("term.bad-concept", Arguments: id);
}
