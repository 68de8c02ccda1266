using System.Text.RegularExpressions;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;

namespace Matchmaking.Core.Listings.Import;

/// <summary>Finds the region that a file means: a code, or a name with or without its rank (경기도, 서울특별시, 江苏省).</summary>
public static partial class RegionNames
{
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["충북"] = "KR-43",
        ["충남"] = "KR-44",
        ["전라북"] = "KR-45",
        ["전북"] = "KR-45",
        ["전남"] = "KR-46",
        ["경북"] = "KR-47",
        ["경남"] = "KR-48",
    };

    private static readonly ILookup<string, Region> ByName = Regions
        .All.SelectMany(region => LanguageCodes.All.Select(language => (Name: Bare(region.Names.In(language)), region)))
        .DistinctBy(entry => (entry.Name, entry.region))
        .ToLookup(entry => entry.Name, entry => entry.region, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code, or empty for a place outside the two lists: firms are registered in other countries too.</summary>
    public static string Find(Country country, string text)
    {
        var name = Bare(text.Trim());
        var code = Abbreviations.GetValueOrDefault(name) ?? text.Trim().ToUpperInvariant();
        return Regions.IsKnown(country, code)
            ? code
            : ByName[name].FirstOrDefault(region => region.Country == country)?.Code ?? string.Empty;
    }

    private static string Bare(string name) => Rank().Replace(name, string.Empty);

    [GeneratedRegex(
        "(특별자치도|특별자치시|특별시|광역시|도|성|省|市|壮族自治区|维吾尔自治区|回族自治区|自治区)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Rank();
}
