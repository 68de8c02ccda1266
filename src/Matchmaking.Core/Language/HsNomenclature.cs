using System.Globalization;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Language;

/// <param name="Code">Two, four or six digits without a dot.</param>
/// <param name="Names">Of the chapter or heading; a subheading goes by its heading's.</param>
public sealed record HsEntry(string Code, LocalizedText Names);

/// <summary>
/// The Harmonized System, 2022 edition, with short names of ours for chapters and headings in three languages.
/// A subheading is taken for good when its heading exists.
/// </summary>
public static class HsNomenclature
{
    private static readonly Lazy<IReadOnlyDictionary<string, HsEntry>> Table = new(Load);
    private static readonly Lazy<HsNameSearch> Names = new(() => new HsNameSearch(Entries));

    /// <summary>Chapters and headings in the order of their codes.</summary>
    public static IEnumerable<HsEntry> Entries => Table.Value.Values;

    /// <param name="code">Digits only, as <see cref="TryParse"/> gives them.</param>
    public static bool Exists(string code) => Find(code) is not null;

    /// <summary>Name of the chapter or heading; empty for an unknown code.</summary>
    public static string Name(string code, LanguageCode language) => Find(code)?.Names.In(language) ?? string.Empty;

    /// <summary>Null for an unknown code.</summary>
    public static HsEntry? Find(string code) =>
        code.Length is 2 or 4 or 6
        && code.All(char.IsAsciiDigit)
        && Table.Value.TryGetValue(code[..Math.Min(4, code.Length)], out var entry)
            ? entry with
            {
                Code = code,
            }
            : null;

    /// <summary>Reads a heading or subheading however it is written: "8507.60", "8507 60", "ＨＳ８５０７".</summary>
    public static bool TryParse(string text, out string code)
    {
        var folded = TextNormalizer.Fold(text).Trim();
        var digits = folded.StartsWith("hs", StringComparison.Ordinal) ? folded[2..] : folded;
        code = string.Concat(digits.Where(char.IsAsciiDigit));
        return code.Length is 4 or 6
            && digits.All(character => char.IsAsciiDigit(character) || character is '.' or ' ' or '-' or ':')
            && Exists(code);
    }

    /// <summary>As people read it: <c>8507.60</c>.</summary>
    public static string Format(string code) => code.Length == 6 ? $"{code[..4]}.{code[4..]}" : code;

    /// <summary>Index terms of a code, from the chapter down: a search for the heading finds its subheadings.</summary>
    public static IEnumerable<string> Terms(string code)
    {
        for (var length = 2; length <= code.Length; length += 2)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"hs:{code.AsSpan(0, length)}");
        }
    }

    /// <summary>Finds headings and chapters by the start of a code or by words of a name in any of the three languages, best first.</summary>
    public static IReadOnlyList<HsEntry> Search(string query, int limit) => Names.Value.Search(query, limit);

    private static OrderedDictionary<string, HsEntry> Load()
    {
        using var reader = LanguageData.Open("hs-names.tsv");
        var table = new OrderedDictionary<string, HsEntry>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            table.Add(fields[0], new HsEntry(fields[0], new LocalizedText(fields[1], fields[2], fields[3])));
        }

        return table;
    }
}
