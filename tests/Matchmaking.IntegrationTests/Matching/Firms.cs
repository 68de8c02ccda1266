using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>Firms as the index takes them, with real words and no database.</summary>
internal static class Firms
{
    public static FirmText Firm(Country country, string name, params ListingText[] listings) =>
        new(CompanyId.New(), 1, country, new LocalizedText(name, name, name), "batteries", string.Empty, null, listings);

    public static ListingText Offer(string title, string text = "", params string[] codes) =>
        Listing(ListingKind.Offer, title, text, codes);

    public static ListingText Need(string title, string text = "", params string[] codes) => Listing(ListingKind.Need, title, text, codes);

    /// <summary>What a listing means is the vector that the test gave it.</summary>
    public static PartnerDocument Document(this FirmText firm, long version = 1) =>
        Readers.WordsAlone.Document(firm with { Version = version });

    /// <summary>With these documents and nothing else.</summary>
    public static async Task RebuildAsync(this IPartnerIndex index, params IReadOnlyList<PartnerDocument> documents) =>
        Assert.Empty(await index.RebuildAsync(new[] { documents }.ToAsyncEnumerable(), CancellationToken.None));

    private static ListingText Listing(ListingKind kind, string title, string text, string[] codes) =>
        new(
            ListingId.New(),
            kind,
            new ListingContent
            {
                Language = Core.Language.LanguageDetector.Detect(title),
                Title = title,
                Text = text,
                HsCodes = codes,
            },
            new DateOnly(2026, 11, 1)
        );
}
