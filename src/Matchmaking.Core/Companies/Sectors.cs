namespace Matchmaking.Core.Companies;

/// <summary>The industries by which firms are grouped, as codes; their names are texts under <c>sector.</c> + code.</summary>
public static class Sectors
{
    public const string Other = "other";

    /// <summary>In the order of a list to choose from: along the industrial chain, the catch-all last.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "semiconductors",
        "displays",
        "batteries",
        "chemicals",
        "steel",
        "nonferrous-metals",
        "vehicle-parts",
        "machinery",
        "robots",
        "solar",
        "wind",
        "hydrogen",
        "biotech",
        "pharmaceuticals",
        "medical-devices",
        "cosmetics",
        "shipbuilding",
        "electrical-equipment",
        "electronics",
        "food",
        "construction-materials",
        "textiles",
        "logistics",
        "testing-services",
        "software",
        Other,
    ];

    private static readonly HashSet<string> Codes = All.ToHashSet(StringComparer.Ordinal);

    public static bool IsKnown(string? code) => code is not null && Codes.Contains(code);
}
