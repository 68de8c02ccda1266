using System.Text.RegularExpressions;

namespace Matchmaking.IntegrationTests.Localization;

/// <summary>Finds in source text which keys of the text resource it asks for.</summary>
internal static partial class TextUse
{
    /// <summary>Keys written out, as in <c>T["Save"]</c> or <c>T[isNew ? "New" : "Change"]</c>, in attributes, and codes of errors.</summary>
    public static IEnumerable<string> Keys(string source) =>
        Lookups(source)
            .SelectMany(argument => Literals(argument).Where(IsPlain).Select(match => match.Groups["text"].Value))
            .Concat(Attribute().Matches(source).Select(match => match.Groups["text"].Value))
            .Concat(ErrorCode().Matches(source).Select(match => $"error.{match.Groups["code"].Value}"))
            .Select(Regex.Unescape);

    /// <summary>Beginnings of keys that are put together, as <c>state.</c> of <c>T[$"state.{listing.State}"]</c>.</summary>
    public static IEnumerable<string> Families(string source) =>
        Lookups(source).SelectMany(Literals).Where(match => !IsPlain(match)).Select(Beginning);

    /// <summary>Without those that something is compared with.</summary>
    private static IEnumerable<Match> Literals(string argument) =>
        Literal().Matches(argument).Where(match => !match.Groups["compared"].Success);

    private static bool IsPlain(Match literal) => literal.Groups["interpolated"].Length == 0;

    private static string Beginning(Match literal) => literal.Groups["text"].Value.Split('{')[0];

    /// <summary>The first argument of each look-up, nested brackets and all.</summary>
    private static IEnumerable<string> Lookups(string source)
    {
        foreach (Match opening in Lookup().Matches(source))
        {
            var start = opening.Index + opening.Length;
            var depth = 0;
            var quoted = false;
            for (var index = start; index < source.Length; index++)
            {
                quoted ^= source[index] == '"' && source[index - 1] != '\\';
                depth +=
                    quoted ? 0
                    : source[index] is '[' or '(' or '{' ? 1
                    : source[index] is ']' or ')' or '}' ? -1
                    : 0;
                if (depth < 0 || (depth == 0 && !quoted && source[index] == ','))
                {
                    yield return source[start..index];
                    break;
                }
            }
        }
    }

    [GeneratedRegex(@"\b(T|[tT]exts|[lL]ocalizer)\[", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lookup();

    [GeneratedRegex(
        @"(?<compared>(==|!=|\bis|\bor|\bnot) )?(?<interpolated>\$?)""(?<text>([^""\\]|\\.)+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Literal();

    [GeneratedRegex(
        @"(Display\(Name|ErrorMessage) = ""(?<text>([^""\\]|\\.)+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Attribute();

    [GeneratedRegex(
        @"(new Error|Error \w+( =|\([^)]*\) =>)\s+new)\(\s*""(?<code>[a-z.-]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ErrorCode();
}
