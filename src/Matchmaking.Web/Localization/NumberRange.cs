using System.Globalization;

namespace Matchmaking.Web.Localization;

/// <summary>From the least to the most; one number where they are the same.</summary>
internal static class NumberRange
{
    public static string Of(int least, int most) =>
        least == most ? least.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{least}–{most}");
}
