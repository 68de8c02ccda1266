using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Firms;

/// <summary>What an organiser sets, in words.</summary>
internal static class SettingWords
{
    /// <summary>The organiser's own words, or the name of a country's firms in the reader's language.</summary>
    public static string Of(this IStringLocalizer<Texts> texts, ExpoGroup group) =>
        group.Country is { } country ? texts[$"expo-group.{country}"] : group.Name;

    /// <summary>How many meetings a firm is to have.</summary>
    public static string Of(this IStringLocalizer<Texts> texts, int min, int? max) =>
        (min, max) switch
        {
            (0, null) => texts["any number"],
            (_, null) => texts["at least {0}", min],
            _ => texts["{0} to {1}", min, max],
        };
}
