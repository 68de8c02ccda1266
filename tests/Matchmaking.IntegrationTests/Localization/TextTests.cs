using System.Text.RegularExpressions;
using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Companies.Clients;
using Matchmaking.Core.Data.Demonstration;
using Matchmaking.Core.Expos.Setup;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Moderation;
using Matchmaking.IntegrationTests.Site;
using Matchmaking.Web.Localization;
using Xunit;

namespace Matchmaking.IntegrationTests.Localization;

public sealed partial class TextTests
{
    /// <summary>Families whose members are no enum, and where they come from.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> OtherFamilies = new(StringComparer.Ordinal)
    {
        ["error."] = [],
        ["sector."] = Sectors.All,
        ["audit."] = AuditActions.All,
        ["scope."] = ["openid", "profile", "email", "offline_access", .. ApiScopes.All],
        ["pair."] = ExpoInterpreter.AllPairs,
        ["expo-step."] = ["Setup", "Preferences", "Schedule", "Published", "Days"],
        ["conflict."] = ["meeting", "participant", "slot"],
        ["demonstration."] = [.. DemonstrationData.Accounts.Select(account => account.Part)],
        ["reason."] =
        [
            "words",
            "concept",
            "translation",
            "meaning",
            "hs-subheading",
            "hs-heading",
            "hs-chapter",
            "mode",
            "certificate",
            "region",
            "verified",
            "fresh",
            "today",
            .. Enum.GetNames<ConceptRelation>().SelectMany(name => new[] { $"chain-{name}-mine", $"chain-{name}-theirs" }),
        ],
        ["advice."] =
        [
            "certificate",
            "certificate.listing",
            "mode",
            "mode.listing",
            "hs",
            "hs.listing",
            "region",
            "region.listing",
            "verify",
            "refresh",
            "refresh.listing",
            "write-need",
            "write-offer",
        ],
    };

    /// <summary>Written the same everywhere.</summary>
    private static readonly string[] International = ["mode.OemOdm"];

    private static readonly Lazy<IReadOnlyList<string>> Sources = new(() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*", SearchOption.AllDirectories)
                .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
                .Where(path => !path.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "Migrations"]).Any())
                .Select(File.ReadAllText),
        ]
    );

    private static readonly Lazy<IReadOnlyList<string>> Families = new(() => [.. Sources.Value.SelectMany(TextUse.Families).Distinct()]);

    [Fact]
    public void Every_key_that_is_used_has_its_texts() =>
        Assert.Empty(Sources.Value.SelectMany(TextUse.Keys).Distinct().SelectMany(key => Missing(key)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_member_of_a_family_has_its_texts()
    {
        var enums = new[] { typeof(Entity), typeof(Texts) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.IsEnum)
            .Select(Enum.GetNames)
            .ToList();

        Assert.Empty(
            Families
                .Value.Where(family => !OtherFamilies.ContainsKey(family) && !enums.Exists(names => Covers(family, names)))
                .Order(StringComparer.Ordinal)
        );
        Assert.Empty(OtherFamilies.SelectMany(family => family.Value.SelectMany(member => Missing(family.Key + member))));
    }

    [Fact]
    public void Every_text_is_used() =>
        Assert.Empty(
            Resources
                .Korean.Keys.Union(Resources.Chinese.Keys)
                .Union(Resources.Neutral.Keys)
                .Where(key => !Families.Value.Any(family => key.StartsWith(family, StringComparison.Ordinal)))
                .Where(key =>
                    !Sources.Value.Any(source =>
                        source.Contains($"\"{key.Replace("\"", "\\\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal)
                    )
                )
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_placeholders() =>
        Assert.Empty(
            Resources
                .Korean.Keys.Union(Resources.Chinese.Keys)
                .Where(key =>
                    !Resources.Korean.TryGetValue(key, out var korean)
                    || !Resources.Chinese.TryGetValue(key, out var chinese)
                    || !Placeholders(korean).SetEquals(Placeholders(Resources.Neutral.GetValueOrDefault(key, key)))
                    || !Placeholders(chinese).SetEquals(Placeholders(korean))
                )
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_text_is_written_in_its_own_script()
    {
        Assert.Empty(Foreign(Resources.Korean, Hangul()));
        Assert.Empty(Foreign(Resources.Chinese, Han()));
    }

    [Fact]
    public void Readers_are_spoken_to_in_one_manner()
    {
        Assert.Empty(
            Resources
                .Korean.Values.Where(text =>
                    text.Contains("습니다", StringComparison.Ordinal) || text.Contains("십시오", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
        );
        Assert.Empty(Resources.Chinese.Values.Where(text => text.Contains('你', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Texts.resx")]
    [InlineData("Texts.ko.resx")]
    [InlineData("Texts.zh-Hans.resx")]
    public void Entries_stand_one_a_line_in_order(string file)
    {
        var lines = File.ReadAllLines(Resources.PathOf(file)).Where(line => line.Contains("<data ", StringComparison.Ordinal)).ToList();
        var names = lines.ConvertAll(line => line.Split('"')[1]);

        Assert.All(lines, line => Assert.EndsWith("</data>", line));
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Keys_are_found_wherever_they_are_used()
    {
        const string Source = """
            <field label="@T["Firm name"]" hint="@T["As in {0}", T[$"country.{country}"].Value]" />
            @T[Model.IsNew ? "New" : "Change"] @texts[step == "none" ? "Say \"no\"" : names["x"]]
            [Display(Name = "Mail"), Required(ErrorMessage = "Please choose.")]
            public static readonly Error Taken = new("company.taken", Field: "Name");
            public static Error Illegal(State state) => new("company.illegal", ErrorKind.Conflict, null, state);
            return new Error("stale");
            """;

        Assert.Equal(
            [
                "Firm name",
                "As in {0}",
                "New",
                "Change",
                "Say \"no\"",
                "x",
                "Mail",
                "Please choose.",
                "error.company.taken",
                "error.company.illegal",
                "error.stale",
            ],
            TextUse.Keys(Source)
        );
        Assert.Equal(["country."], TextUse.Families(Source));
    }

    private static IEnumerable<string> Foreign(IReadOnlyDictionary<string, string> texts, Regex script) =>
        texts.Where(text => Letter().IsMatch(text.Key) && !script.IsMatch(text.Value)).Select(text => text.Key).Except(International);

    private static IEnumerable<string> Missing(string key)
    {
        if (!Resources.Korean.ContainsKey(key))
        {
            yield return $"ko: {key}";
        }

        if (!Resources.Chinese.ContainsKey(key))
        {
            yield return $"zh-Hans: {key}";
        }

        if (Code().IsMatch(key) && !Resources.Neutral.ContainsKey(key))
        {
            yield return $"en: {key}";
        }
    }

    private static bool Covers(string family, IReadOnlyList<string> names) => names.All(name => !Missing(family + name).Any());

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    /// <summary>A code and no sentence: an English reader needs an entry for it as well.</summary>
    [GeneratedRegex(@"^[a-z-]+\.[\w.-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\p{IsHangulSyllables}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hangul();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Han();
}
