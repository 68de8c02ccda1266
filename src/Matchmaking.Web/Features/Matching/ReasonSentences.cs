using Matchmaking.Core.Companies;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Pages;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Matching;

/// <summary>Reasons and advice in the reader's language; the firms' own words stay as they wrote them.</summary>
internal static class ReasonSentences
{
    private const int WordsShown = 6;

    public static string Sentence(this IStringLocalizer texts, Reason reason, ConceptGlossary glossary) =>
        reason.Key switch
        {
            "words" => texts["reason.words", string.Join(" · ", reason.Arguments.Take(WordsShown))],
            "concept" => texts["reason.concept", string.Join(" · ", reason.Arguments.Select(id => ConceptName(glossary, id)))],
            "translation" => texts[
                "reason.translation",
                string.Join(" · ", reason.Arguments.Chunk(2).Select(pair => $"{pair[0]} ↔ {pair[1]}"))
            ],
            "fresh" when reason.Arguments is ["0"] => texts["reason.today"],
            "fresh" when reason.Arguments is ["1"] => texts["reason.yesterday"],
            _ when reason.Key.StartsWith("chain-", StringComparison.Ordinal) => texts[
                $"reason.{reason.Key}",
                [.. reason.Arguments.Select(id => (object)ConceptName(glossary, id))]
            ],
            _ => texts[$"reason.{reason.Key}", Named(texts, reason.Key, reason.Arguments)],
        };

    private static string ConceptName(ConceptGlossary glossary, string id) => glossary.Find(id)?.Names.For(ReaderLanguage.Current) ?? id;

    public static string Sentence(this IStringLocalizer texts, Improvement improvement) =>
        texts[
            improvement.Listing is null ? $"advice.{improvement.Key}" : $"advice.{improvement.Key}.listing",
            [.. Named(texts, improvement.Key, improvement.Arguments), improvement.ListingTitle ?? string.Empty]
        ];

    private static object[] Named(IStringLocalizer texts, string key, IReadOnlyList<string> arguments) =>
        [.. arguments.Select(argument => (object)Named(texts, key, argument))];

    private static string Named(IStringLocalizer texts, string key, string argument) =>
        key switch
        {
            "hs" or "hs-subheading" or "hs-heading" or "hs-chapter" => HsName(argument),
            "mode" when CooperationModes.TryParse(argument, out var mode) => texts[$"mode.{mode}"],
            "region" => Regions.Find(argument)?.Names.For(ReaderLanguage.Current) ?? argument,
            _ => argument,
        };

    /// <summary>The code with the name of its heading.</summary>
    private static string HsName(string code)
    {
        var name = HsNomenclature.Name(code.Length > 4 ? code[..4] : code, ReaderLanguage.Current);
        return name.Length == 0 ? HsNomenclature.Format(code) : $"{HsNomenclature.Format(code)} {name}";
    }
}
