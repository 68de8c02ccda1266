using System.Text.RegularExpressions;

namespace Matchmaking.UnitTests.Architecture;

/// <summary>Reads declarations from source text, so that projects need no reference to be looked at.</summary>
internal static partial class TypeScan
{
    public sealed record Constructor(string Type, int Parameters);

    /// <param name="Bases">Names of the base class and the interfaces, without their arguments.</param>
    public sealed record Declaration(string Kind, string Name, IReadOnlyList<string> Bases);

    /// <summary>Constructors of classes. A record's parameters are its data and not what it depends on.</summary>
    public static IReadOnlyList<Constructor> Constructors(string text)
    {
        var classes = Types(text).Where(type => type.Groups["kind"].Value == "class").ToList();
        return
        [
            .. classes
                .SelectMany(type =>
                    ExplicitConstructor(type.Groups["name"].Value)
                        .Matches(text)
                        .Cast<Match>()
                        .Prepend(type)
                        .Where(match => IsCall(text, match))
                )
                .OrderBy(match => match.Index)
                .Select(match => new Constructor(match.Groups["name"].Value, Parameters(text, match.Index + match.Length))),
        ];
    }

    public static IEnumerable<Declaration> Declarations(string text) =>
        Types(text)
            .Select(type => new Declaration(type.Groups["kind"].Value, type.Groups["name"].Value, Bases(text, type.Index + type.Length)));

    private static MatchCollection Types(string text) => Type().Matches(text);

    private static bool IsCall(string text, Match match) =>
        match.Index + match.Length < text.Length && text[match.Index + match.Length] == '(';

    /// <summary>Counts the commas that stand between the parentheses and inside no others.</summary>
    private static int Parameters(string text, int opening)
    {
        var depth = 0;
        var commas = 0;
        for (var index = opening; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '(' or '[' or '<' or '{':
                    depth++;
                    break;
                case '=' when text[index + 1] == '>':
                    index++;
                    break;
                case ')' or ']' or '>' or '}' when --depth == 0:
                    return text[(opening + 1)..index].Trim().Length == 0 ? 0 : commas + 1;
                case ',' when depth == 1:
                    commas++;
                    break;
            }
        }

        return commas + 1;
    }

    private static IReadOnlyList<string> Bases(string text, int after)
    {
        var end = text.IndexOfAny(['{', ';'], after);
        var header = Arguments().Replace(text[after..(end < 0 ? text.Length : end)], string.Empty);
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? [] : [.. Name().Matches(header[colon..].Split(" where ")[0]).Select(match => match.Value)];
    }

    private static Regex ExplicitConstructor(string type) =>
        new(
            $@"^\s+(public|internal|private|protected)( protected| internal)? (?<name>{type})(?=\()",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    [GeneratedRegex(
        @"^\s*((public|internal|private|protected|file|sealed|abstract|static|partial|readonly) )*(?<kind>class|record struct|record|struct|interface) (?<name>\w+)(<[^>(]*>)?",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Type();

    /// <summary>Innermost parameter lists and type arguments; three rounds would be needed for deeper ones, which no base list has.</summary>
    [GeneratedRegex(
        @"\((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|<(?>[^<>]|(?<open>\<)|(?<-open>\>))*(?(open)(?!))>",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Arguments();

    [GeneratedRegex(@"[\w.]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
