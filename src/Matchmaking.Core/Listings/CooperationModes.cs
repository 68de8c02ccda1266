namespace Matchmaking.Core.Listings;

/// <summary>The codes of the modes in files and in the API: <c>supply</c>, <c>oem-odm</c>, <c>joint-venture</c> …</summary>
public static class CooperationModes
{
    private static readonly Dictionary<string, CooperationMode> ByCode = Enum.GetValues<CooperationMode>()
        .ToDictionary(ToCode, StringComparer.OrdinalIgnoreCase);

    public static string ToCode(this CooperationMode mode) =>
        mode switch
        {
            CooperationMode.Supply => "supply",
            CooperationMode.OemOdm => "oem-odm",
            CooperationMode.Distribution => "distribution",
            CooperationMode.JointVenture => "joint-venture",
            CooperationMode.TechnologyLicence => "technology-licence",
            _ => "joint-research",
        };

    public static bool TryParse(string? code, out CooperationMode mode) => ByCode.TryGetValue(code ?? string.Empty, out mode);
}
