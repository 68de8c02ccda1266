using System.Text.RegularExpressions;

namespace Matchmaking.Core.Language;

/// <summary>Titles that name several things: 지류, 아트지 및 백상지 / 铜箔、铝箔和导电剂.</summary>
public static partial class Enumeration
{
    private const int LeastLength = 2;
    private const int Most = 6;

    /// <returns>The items, or none where the text names a single thing.</returns>
    public static IReadOnlyList<string> Items(string text)
    {
        var items = Separator().Split(text).Select(item => item.Trim()).Where(item => item.Length >= LeastLength).Take(Most).ToList();
        return items.Count > 1 ? items : [];
    }

    // 和 also stands inside words: 饱和, 中和, 混和, 缓和, 共和.
    [GeneratedRegex(
        @"[,，、;；/／()（）·ㆍ]|\s및\s|\sand\s|(?<=\p{IsCJKUnifiedIdeographs}{2})(?:(?<![饱中混缓共])和|[及与])(?=\p{IsCJKUnifiedIdeographs}{2})",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Separator();
}
