using Matchmaking.Core.Companies;
using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.SavedSearches;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Matching.SavedSearches;

/// <summary>A question in the reader's words, condition by condition.</summary>
internal static class SavedSearchWords
{
    public static IReadOnlyList<string> Conditions(this IStringLocalizer<Texts> texts, SavedSearchKind kind, SavedQuestion question)
    {
        var reader = ReaderLanguage.Current;
        List<string> conditions =
        [
            .. question.Text.Length > 0 ? [question.Text] : Array.Empty<string>(),
            .. question.Listings.Count > 0 ? [texts["{0} of my listings", question.Listings.Count].Value] : Array.Empty<string>(),
            .. question.VerifiedOnly ? [texts["Existence checked"].Value] : Array.Empty<string>(),
            .. question.Kinds.Select(hit => texts[$"hit.{hit}"].Value),
            .. question.Country is { } country ? [texts[$"country.{country}"].Value] : Array.Empty<string>(),
            .. question.Modes.Select(mode => texts[$"mode.{mode}"].Value),
            .. question.Sectors.Select(sector => texts[$"sector.{sector}"].Value),
            .. question.Chapters.Concat(question.Headings).Select(code => $"HS {code} {HsNomenclature.Name(code, reader)}"),
            .. question.Regions.Select(region => Regions.Find(region)?.Names.For(reader) ?? region),
        ];
        return conditions.Count > 0 || kind == SavedSearchKind.Search ? conditions : [texts["All partners"].Value];
    }

    /// <summary>A name to start from: as many conditions as fit.</summary>
    public static string SuggestedName(this IStringLocalizer<Texts> texts, SavedSearchKind kind, SavedQuestion question)
    {
        var name = string.Empty;
        foreach (var condition in texts.Conditions(kind, question))
        {
            var longer = name.Length == 0 ? condition : $"{name} · {condition}";
            if (longer.Length > SavedSearchLimits.Name)
            {
                break;
            }

            name = longer;
        }

        return name;
    }
}
