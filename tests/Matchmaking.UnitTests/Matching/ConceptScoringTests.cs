using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;
using Xunit;

namespace Matchmaking.UnitTests.Matching;

public sealed class ConceptScoringTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Texts_of_two_languages_meet_in_a_concept()
    {
        var me = Firm(Country.KR, Listing(ListingKind.Need, "수산화리튬 구매", string.Empty));
        var them = Firm(Country.CN, Listing(ListingKind.Offer, "供应电池级氢氧化锂", string.Empty));

        Assert.Equal(0, Readers.WordsAlone.Score(me, them, Now).Fused);
        Assert.True(Readers.WithConcepts.Score(me, them, Now).TheyOffer.Score > 0.3);
    }

    [Fact]
    public void Next_in_the_chain_is_a_weaker_match_than_the_thing_itself()
    {
        var me = Firm(Country.KR, Listing(ListingKind.Need, "수산화리튬 구매", string.Empty));
        var input = Firm(Country.CN, Listing(ListingKind.Offer, "供应锂精矿", string.Empty));
        var same = Firm(Country.CN, Listing(ListingKind.Offer, "供应电池级氢氧化锂", string.Empty));
        var chained = Readers.WithConcepts.Score(me, input, Now).TheyOffer.Score;

        Assert.InRange(chained, 0.01, Readers.WithConcepts.Score(me, same, Now).TheyOffer.Score - 0.1);
    }

    private static FirmText Firm(Country country, ListingText listing) =>
        new(CompanyId.New(), 1, country, new LocalizedText("甲", "갑", "A"), "batteries", string.Empty, null, [listing]);

    private static ListingText Listing(ListingKind kind, string title, string text) =>
        new(
            ListingId.New(),
            kind,
            new ListingContent
            {
                Language = Core.Language.LanguageDetector.Detect(title),
                Title = title,
                Text = text,
            },
            DateOnly.FromDateTime(Now)
        );
}
