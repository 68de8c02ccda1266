using Matchmaking.Core.Common;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>The payload of events that are about a firm at an expo.</summary>
internal static class FirmPayload
{
    public static string Of(ExpoId expo, CompanyId company) => $"{expo}:{company}";

    /// <param name="payload">What stands behind a further colon is not read.</param>
    public static (ExpoId Expo, CompanyId Company) Read(string payload)
    {
        var parts = payload.Split(':');
        return (ExpoId.From(Guid.Parse(parts[0])), CompanyId.From(Guid.Parse(parts[1])));
    }
}
