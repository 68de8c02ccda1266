using System.ComponentModel.DataAnnotations;
using Matchmaking.Core.Terms;

namespace Matchmaking.Web.Features.Terms;

/// <summary>An entry of the own words as it is typed.</summary>
public sealed class TermForm
{
    private const int TermsLimit = TermContent.TermsPerLanguage * (TermContent.TermLimit + 2);

    [StringLength(TermsLimit)]
    public string? Zh { get; set; }

    [StringLength(TermsLimit)]
    public string? Ko { get; set; }

    [StringLength(TermsLimit)]
    public string? En { get; set; }

    [StringLength(100)]
    public string? HsCodes { get; set; }

    [StringLength(40)]
    public string? Sector { get; set; }

    [StringLength(TermContent.NoteLimit)]
    public string? Note { get; set; }

    /// <summary>Id of the known concept that it adds to, or that it is one of its own; null as long as nobody has asked.</summary>
    [StringLength(TermEntry.ConceptLimit)]
    public string? Target { get; set; }

    /// <summary>The entry's version that an edit started from.</summary>
    public long Version { get; set; }

    public static TermForm Of(TermRow row) =>
        new()
        {
            Zh = Lines(row.Content.Zh),
            Ko = Lines(row.Content.Ko),
            En = Lines(row.Content.En),
            HsCodes = string.Join(", ", row.Content.HsCodes.Select(Core.Language.HsNomenclature.Format)),
            Sector = row.Content.Sector,
            Note = row.Content.Note,
            Version = row.Version,
        };

    public TermInput ToInput() =>
        new()
        {
            Zh = Zh ?? string.Empty,
            Ko = Ko ?? string.Empty,
            En = En ?? string.Empty,
            HsCodes = HsCodes ?? string.Empty,
            Sector = Sector ?? string.Empty,
            Note = Note ?? string.Empty,
        };

    private static string Lines(IReadOnlyList<string> terms) => string.Join('\n', terms);
}

/// <param name="Row">The entry that is changed; null for a new one.</param>
/// <param name="Known">Its words that the glossary has already, once somebody is asked about them.</param>
public sealed record TermFormPage(TermForm Form, TermRow? Row, IReadOnlyList<KnownTerm> Known);
