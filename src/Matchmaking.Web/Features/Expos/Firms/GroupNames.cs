using Matchmaking.Core.Expos.Setup;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Expos.Firms;

internal static class GroupNames
{
    /// <summary>The organiser's own words, or the name of a country's firms in the reader's language.</summary>
    public static string Of(this IStringLocalizer<Texts> texts, ExpoGroup group) =>
        group.Country is { } country ? texts[$"expo-group.{country}"] : group.Name;
}
