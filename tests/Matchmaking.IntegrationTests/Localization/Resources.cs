using System.Xml.Linq;
using Matchmaking.IntegrationTests.Site;

namespace Matchmaking.IntegrationTests.Localization;

/// <summary>The text resource in its three languages, read from the source.</summary>
internal static class Resources
{
    public static IReadOnlyDictionary<string, string> Neutral { get; } = Read("Texts.resx");

    public static IReadOnlyDictionary<string, string> Korean { get; } = Read("Texts.ko.resx");

    public static IReadOnlyDictionary<string, string> Chinese { get; } = Read("Texts.zh-Hans.resx");

    public static string PathOf(string file) => Path.Combine(RepositoryRoot.Path, "src", "Matchmaking.Web", "Localization", file);

    private static Dictionary<string, string> Read(string file) =>
        XDocument
            .Load(PathOf(file))
            .Root!.Elements("data")
            .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value, StringComparer.Ordinal);
}
