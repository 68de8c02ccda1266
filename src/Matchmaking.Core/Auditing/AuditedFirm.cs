using System.Text.RegularExpressions;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Auditing;

/// <summary>
/// A firm in the details of an entry, as <c>[name|id]</c>: by the name of that day, and by its id, so that each reader finds it under the name
/// that they know.
/// </summary>
public static partial class AuditedFirm
{
    public static string Of(CompanyId firm, LocalizedText names) =>
        $"[{names.For(LanguageCode.En).Replace('|', '/').Replace('[', '(').Replace(']', ')')}|{firm}]";

    /// <summary>Both sides of a meeting.</summary>
    public static string Pair(CompanyId one, CompanyId other, IReadOnlyDictionary<CompanyId, LocalizedText> names) =>
        $"{Of(one, names[one])} – {Of(other, names[other])}";

    public static IEnumerable<CompanyId> In(string? detail) =>
        detail is null ? [] : Firm().Matches(detail).Select(found => new CompanyId(Guid.ParseExact(found.Groups["id"].Value, "N")));

    /// <summary>The details with the firms' present names in the reader's language; one that is not known any more keeps its name of that day.</summary>
    public static string Read(string detail, IReadOnlyDictionary<CompanyId, LocalizedText> names, LanguageCode reader)
    {
        var read = Firm()
            .Replace(
                detail,
                found => names.TryGetValue(In(found.Value).Single(), out var known) ? known.For(reader) : found.Groups["name"].Value
            );
        return detail.Length < AuditEntry.DetailLimit ? read : CutOff().Replace(read, "…");
    }

    [GeneratedRegex(@"\[(?<name>[^\[\]|]*)\|(?<id>[0-9a-f]{32})\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Firm();

    /// <summary>The last of too many firms.</summary>
    [GeneratedRegex(@"\[[^\[\]|]*(\|[0-9a-f]{0,32})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CutOff();
}
