using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;

namespace Matchmaking.Core.Terms;

/// <summary>An entry as it is typed: terms one a line, or apart by semicolons or bars.</summary>
public sealed record TermInput
{
    private const int LeastLanguages = 2;
    private const int LeastLetters = 2;
    private static readonly char[] Separators = ['\n', '\r', ';', '；', GlossaryLine.Separator];
    private static readonly char[] CodeSeparators = [.. Separators, ',', '，', '、'];

    public string Zh { get; init; } = string.Empty;

    public string Ko { get; init; } = string.Empty;

    public string En { get; init; } = string.Empty;

    public string HsCodes { get; init; } = string.Empty;

    public string Sector { get; init; } = string.Empty;

    public string Note { get; init; } = string.Empty;

    /// <param name="extends">It adds to a known concept: then terms of one language are enough.</param>
    internal Result<TermContent> Check(bool extends)
    {
        var errors = new List<Error>();
        var content = new TermContent
        {
            Zh = Terms(Zh, LanguageCode.Zh, errors),
            Ko = Terms(Ko, LanguageCode.Ko, errors),
            En = Terms(En, LanguageCode.En, errors),
            HsCodes = Codes(errors),
            Sector = Sector.Trim(),
            Note = Note.Trim(),
        };
        var missing = LanguageCodes.All.Where(language => content.In(language).Count == 0).ToList();
        if (missing.Count > LanguageCodes.All.Count - (extends ? 1 : LeastLanguages))
        {
            errors.Add(TermErrors.TooFewLanguages(missing[0].ToString()));
        }

        if (content.Sector.Length > 0 && !Sectors.IsKnown(content.Sector))
        {
            errors.Add(TermErrors.UnknownSector(content.Sector));
        }

        return errors.Count == 0 ? content : Result<TermContent>.Failure(errors);
    }

    private static IReadOnlyList<string> Terms(string text, LanguageCode language, List<Error> errors)
    {
        var field = language.ToString();
        var terms = text.Split(Separators)
            .Select(term => ConceptTerm.Parse(string.Join(' ', term.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            .Where(term => term.Text.Length > 0)
            .DistinctBy(term => TextNormalizer.Fold(term.Text))
            .ToList();
        errors.AddRange(terms.Select(term => Fault(term.Text, language, field)).OfType<Error>());
        if (terms.Count > TermContent.TermsPerLanguage)
        {
            errors.Add(TermErrors.TooMany(field, TermContent.TermsPerLanguage));
        }

        return [.. terms.Select(term => term.ToString())];
    }

    private static Error? Fault(string term, LanguageCode language, string field)
    {
        var scripts = TextNormalizer.Fold(term).EnumerateRunes().Select(Scripts.Of).ToList();
        var isWord =
            scripts.Exists(script => script is Script.Han or Script.Hangul)
            || (scripts.Count(script => script == Script.Alphabetic) >= LeastLetters && term.EnumerateRunes().Any(Rune.IsLetter));
        return term switch
        {
            { Length: > TermContent.TermLimit } => TermErrors.TooLong(field, term),
            _ when !isWord || !GlossaryLine.IsTerm(term) || term.Any(IsUnprintable) => TermErrors.NoWord(field, term),
            _ when language != LanguageCode.Ko && scripts.Contains(Script.Hangul) => TermErrors.WrongScript(field, term),
            _ when language == LanguageCode.En && scripts.Contains(Script.Han) => TermErrors.WrongScript(field, term),
            _ when language == LanguageCode.Ko && !scripts.Contains(Script.Hangul) && scripts.Contains(Script.Han) =>
                TermErrors.WrongScript(field, term),
            _ => null,
        };
    }

    private static bool IsUnprintable(char character) => char.IsControl(character) || character == '\uFFFD';

    private IReadOnlyList<string> Codes(List<Error> errors)
    {
        var codes = new List<string>();
        foreach (var entry in HsCodes.Split(CodeSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (HsNomenclature.TryParse(entry, out var code))
            {
                codes.Add(code);
            }
            else
            {
                errors.Add(TermErrors.UnknownHsCode(entry));
            }
        }

        if (codes.Count > TermContent.CodesLimit)
        {
            errors.Add(TermErrors.TooMany(nameof(HsCodes), TermContent.CodesLimit));
        }

        return [.. codes.Distinct()];
    }
}
