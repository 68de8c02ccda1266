using System.Globalization;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Glossary;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Moderation;
using Matchmaking.Web.Localization;
using Microsoft.Extensions.Localization;

namespace Matchmaking.Web.Features.Moderation;

/// <param name="Language">Of the firm's own words; null for what the interface names.</param>
public sealed record ChangedField(string Label, IReadOnlyList<DiffPart> Parts, LanguageCode? Language);

/// <summary>What a reviewer reads: of a new listing every field, of a change only what differs, with the words marked.</summary>
public static class ReviewedChanges
{
    public static IReadOnlyList<ChangedField> Of(ReviewView review, ConceptGlossary glossary, IStringLocalizer texts)
    {
        var (live, proposed) = (review.Live, review.Proposed);
        ChangedField Words(string label, Func<ListingContent, string> text) =>
            new(texts[label], live is null ? Same(text(proposed)) : TextDiff.Of(text(live), text(proposed)), proposed.Language);
        ChangedField Value(string label, Func<ListingContent, string> text) =>
            new(texts[label], live is null ? Same(text(proposed)) : Replaced(text(live), text(proposed)), null);
        ChangedField Entries(string label, Func<ListingContent, IEnumerable<string>> entries) =>
            new(texts[label], Listed(live is null ? entries(proposed) : entries(live), entries(proposed)), null);
        var reader = ReaderLanguage.Current;
        ChangedField[] fields =
        [
            Words("Title", content => content.Title),
            Words("Description", content => content.Text),
            Entries("Not meant", content => content.StruckConcepts.Select(id => glossary.Find(id)?.Names.For(reader) ?? id)),
            Value("Language of the text", content => texts[$"language.{content.Language}"]),
            Entries(
                "HS codes",
                content => content.HsCodes.Select(code => $"{HsNomenclature.Format(code)} {HsNomenclature.Name(code, reader)}")
            ),
            Entries("Cooperation", content => content.Modes.Select(mode => texts[$"mode.{mode}"].Value)),
            Words("Capacity or quantity", content => content.Capacity),
            Words("Minimum order", content => content.MinimumOrder),
            Entries("Certificates", content => content.Certificates),
            Entries("Regions", content => content.Regions.Select(code => Regions.Find(code)?.Names.For(reader) ?? code)),
            Value(
                "Valid until",
                content => content.ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? texts["no end"].Value
            ),
        ];
        return
        [
            .. fields.Where(field =>
                live is null ? field.Parts.Any(part => part.Text.Length > 0) : field.Parts.Any(part => part.Kind != DiffKind.Same)
            ),
        ];
    }

    private static DiffPart[] Same(string text) => [new(DiffKind.Same, text)];

    private static DiffPart[] Replaced(string before, string after) =>
        before == after ? Same(after) : [new(DiffKind.Removed, before), new(DiffKind.Added, after)];

    private static List<DiffPart> Listed(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, fresh) = (before.ToList(), after.ToList());
        var entries = old.Select(entry => new DiffPart(fresh.Contains(entry) ? DiffKind.Same : DiffKind.Removed, entry))
            .Concat(fresh.Except(old).Select(entry => new DiffPart(DiffKind.Added, entry)));
        var parts = new List<DiffPart>();
        foreach (var entry in entries)
        {
            if (parts.Count > 0)
            {
                parts.Add(new DiffPart(DiffKind.Same, " · "));
            }

            parts.Add(entry);
        }

        return parts;
    }
}
