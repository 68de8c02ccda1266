using System.Text;
using System.Text.RegularExpressions;

namespace Matchmaking.Core.Language;

/// <summary>Takes the legal form out of a firm's name: 주식회사 한빛, (주)한빛, 한빛㈜ and Hanbit Co., Ltd. are searched as the name alone.</summary>
public static partial class LegalForms
{
    /// <summary>The folded name without its legal forms; the whole folded name if nothing else would be left.</summary>
    public static string Strip(string name) => Without(TextNormalizer.Fold(name));

    /// <summary>The same for readers where there is little room: as it is written, with its capitals.</summary>
    public static string Shorten(string name) => Without(name.Normalize(NormalizationForm.FormKC));

    private static string Without(string name)
    {
        var bare = Blanks().Replace(LatinEnding().Replace(Written().Replace(name, " "), string.Empty), " ").Trim();
        return bare.Length > 0 ? bare : name.Trim();
    }

    // Longer forms stand before those that they contain.
    [GeneratedRegex(
        "股份有限公司|有限责任公司|有限公司|株式会社|주식유한공사|유한책임회사|유한공사|유한회사|주식회사|합자회사|합명회사|\\((주|유|합|자|株|有)\\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Written();

    // Blanks between two forms may count to either: a search that went back to try both would take for ever on a long row of them.
    [GeneratedRegex(
        "([\\s,]+(co|company|ltd|limited|inc|incorporated|corp|corporation|llc|l\\.l\\.c|plc|gmbh|jsc|pte|pty|s\\.a|b\\.v)\\b[\\s.,]*)+$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex LatinEnding();

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
