using Matchmaking.Core.Common;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Xunit;

namespace Matchmaking.UnitTests.Matching;

public sealed class MatchScorerTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Recently = new(2026, 11, 10);

    private static readonly ListingText LithiumNeed = Listing(
        ListingKind.Need,
        "고순도 수산화리튬 월 40톤 구매",
        "NCM811 소성용, LiOH·H2O 56.5% 이상, Na 50 ppm 이하"
    );

    private static readonly ListingText LithiumOffer = Listing(
        ListingKind.Offer,
        "배터리급 수산화리튬 LiOH·H2O 56.5%",
        "고순도 제품, Na 20 ppm 이하"
    );

    private static readonly ListingText CathodeOffer = Listing(ListingKind.Offer, "NCM811 양극재 소성 공정 기술", "단결정 양극재");
    private static readonly ListingText CathodeNeed = Listing(ListingKind.Need, "引进NCM811正极材料烧结工艺", "单晶正极材料量产");
    private static readonly ListingText PumpOffer = Listing(ListingKind.Offer, "진공 펌프 수리", "반도체 장비용 건식 펌프");

    [Fact]
    public void Firm_that_has_what_is_asked_for_comes_before_one_that_has_something_else()
    {
        var me = Firm(Country.KR, LithiumNeed);

        Assert.True(Score(me, Firm(Country.CN, LithiumOffer)).Fused > Score(me, Firm(Country.CN, PumpOffer)).Fused + 0.2);
    }

    [Fact]
    public void Offer_never_meets_an_offer_nor_a_need_a_need()
    {
        Assert.Equal(0, Score(Firm(Country.KR, LithiumNeed), Firm(Country.CN, LithiumNeed)).Fused);
        Assert.Equal(0, Score(Firm(Country.KR, LithiumOffer), Firm(Country.CN, LithiumOffer)).Fused);
    }

    [Fact]
    public void Weaker_direction_decides()
    {
        var me = Firm(Country.KR, LithiumNeed, CathodeOffer);
        var both = Score(me, Firm(Country.CN, LithiumOffer, CathodeNeed));
        var onlySells = Score(me, Firm(Country.CN, LithiumOffer, Listing(ListingKind.Need, "包装箱", "纸箱")));

        Assert.True(both.TheyOffer.Score > 0.4);
        Assert.True(both.Fused > onlySells.Fused);
        Assert.InRange(
            both.Fused,
            Math.Min(both.TheyOffer.Score, both.TheyNeed.Score),
            Math.Max(both.TheyOffer.Score, both.TheyNeed.Score)
        );
        Assert.True(onlySells.Fused > 0);
    }

    [Theory]
    [InlineData(0.6, 0.6, 0.6)]
    [InlineData(0.9, 0.3, 0.45)]
    [InlineData(0.0, 0.0, 0.0)]
    public void Two_stated_directions_are_fused_by_the_harmonic_mean(double theyOffer, double theyNeed, double expected) =>
        Assert.Equal(expected, FirmScore.Fuse(theyOffer, offerStated: true, theyNeed, needStated: true), precision: 6);

    [Fact]
    public void Side_that_states_nothing_stands_between_a_good_and_a_bad_match()
    {
        var unstated = FirmScore.Fuse(0.8, offerStated: true, 0, needStated: false);

        Assert.InRange(unstated, FirmScore.Fuse(0.8, true, 0.05, true), FirmScore.Fuse(0.8, true, 0.8, true));
        Assert.True(unstated < FirmScore.Fuse(0.8, true, 0.7, true));
    }

    [Fact]
    public void Both_firms_see_the_same_score()
    {
        var korean = Firm(Country.KR, LithiumNeed, CathodeOffer);
        var chinese = Firm(Country.CN, LithiumOffer, CathodeNeed);

        var (seen, shown) = (Score(korean, chinese), Score(chinese, korean));

        Assert.Equal(seen.Fused, shown.Fused, tolerance: 0.08);
        Assert.Equal(seen.TheyOffer.Score, shown.TheyNeed.Score, tolerance: 0.08);
    }

    [Theory]
    [InlineData("850760", "850760", 6)]
    [InlineData("850760", "850710", 4)]
    [InlineData("850760", "8507", 4)]
    [InlineData("850760", "854231", 2)]
    [InlineData("850760", "282520", 0)]
    public void Codes_agree_from_the_chapter_down(string left, string right, int digits)
    {
        var need = LithiumNeed with { Content = LithiumNeed.Content with { HsCodes = [left] } };
        var offer = PumpOffer with { Content = PumpOffer.Content with { HsCodes = [right] } };
        var pair = Score(Firm(Country.KR, need), Firm(Country.CN, offer)).TheyOffer.Pairs;

        Assert.Equal(digits == 0 ? 0 : 1, pair.Count(item => item.Signals.Code > 0));
    }

    [Fact]
    public void Deeper_agreement_of_codes_says_more()
    {
        double With(string code) =>
            Score(
                Firm(Country.KR, LithiumNeed with { Content = LithiumNeed.Content with { HsCodes = ["282520"] } }),
                Firm(Country.CN, LithiumOffer with { Content = LithiumOffer.Content with { HsCodes = [code] } })
            ).Fused;

        Assert.True(With("282520") > With("282590"));
        Assert.True(With("282590") > With("280110"));
        Assert.True(With("280110") > With("850760"));
    }

    [Fact]
    public void Each_condition_that_is_met_raises_the_score_a_little()
    {
        var need = LithiumNeed with
        {
            Content = LithiumNeed.Content with { Certificates = ["IATF 16949"], Modes = [CooperationMode.Supply], Regions = ["CN-JS"] },
        };
        var offer = LithiumOffer with { Content = LithiumOffer.Content with { Modes = [CooperationMode.Distribution] } };
        var plain = Firm(Country.CN, offer with { ChangedOn = Recently.AddDays(-300) }) with { Region = "CN-BJ" };
        var me = Firm(Country.KR, need);
        FirmText[] better =
        [
            plain with
            {
                Region = "CN-JS",
            },
            plain with
            {
                VerifiedUntil = Now.AddDays(1),
            },
            Change(plain, listing => listing with { ChangedOn = Recently }),
            Change(plain, listing => listing with { Content = listing.Content with { Certificates = ["iatf16949"] } }),
            Change(plain, listing => listing with { Content = listing.Content with { Modes = [CooperationMode.Supply] } }),
        ];

        var before = Score(me, plain).Fused;

        Assert.All(better, firm => Assert.InRange(Score(me, firm).Fused, before + 0.001, before * 1.3));
    }

    [Fact]
    public void Listing_that_is_over_counts_no_more()
    {
        var over = LithiumOffer with { Content = LithiumOffer.Content with { ValidUntil = new DateOnly(2026, 11, 22) } };
        var lastDay = LithiumOffer with { Content = LithiumOffer.Content with { ValidUntil = new DateOnly(2026, 11, 23) } };
        var me = Firm(Country.KR, LithiumNeed);

        Assert.Equal(0, Score(me, Firm(Country.CN, over)).Fused);
        Assert.True(Score(me, Firm(Country.CN, lastDay)).Fused > 0);
    }

    [Fact]
    public void Same_offer_does_not_meet_two_needs()
    {
        var me = Firm(Country.KR, LithiumNeed, LithiumNeed with { Id = ListingId.New() });

        var pairs = Score(me, Firm(Country.CN, LithiumOffer)).TheyOffer.Pairs;

        Assert.Single(pairs);
    }

    [Fact]
    public void Firm_that_writes_the_same_listing_a_hundred_times_does_not_rise()
    {
        var me = Firm(Country.KR, LithiumNeed);
        var crowd = Firm(Country.CN, [.. Enumerable.Range(0, 100).Select(_ => LithiumOffer with { Id = ListingId.New() })]);

        Assert.True(Score(me, crowd).Fused < Score(me, Firm(Country.CN, LithiumOffer)).Fused);
    }

    [Fact]
    public void Text_that_says_everything_fits_less_than_one_that_says_what_is_asked_for()
    {
        var everything = Listing(
            ListingKind.Offer,
            "배터리급 수산화리튬 LiOH·H2O 56.5%",
            string.Join(' ', Enumerable.Range(0, 400).Select(number => $"제품{number} 소재{number}"))
        );
        var me = Firm(Country.KR, LithiumNeed);

        Assert.True(Score(me, Firm(Country.CN, everything)).Fused < Score(me, Firm(Country.CN, LithiumOffer)).Fused);
    }

    [Fact]
    public void Profile_reads_back_from_its_bytes()
    {
        var firm = Firm(Country.KR, LithiumNeed, CathodeOffer) with { Region = "KR-28", VerifiedUntil = Now };
        var bytes = MatchProfileCodec.Write(Readers.WordsAlone.Document(firm).Profile);

        var read = MatchProfileCodec.Read(bytes);

        Assert.Equal(bytes, MatchProfileCodec.Write(read));
        Assert.Equal(Now, read.VerifiedUntil);
        Assert.Equal([ListingKind.Need, ListingKind.Offer], read.Listings.Select(listing => listing.Kind));
    }

    private static FirmScore Score(FirmText me, FirmText them) => Readers.WordsAlone.Score(me, them, Now);

    private static FirmText Change(FirmText firm, Func<ListingText, ListingText> change) =>
        firm with
        {
            Listings = [.. firm.Listings.Select(change)],
        };

    private static FirmText Firm(Country country, params ListingText[] listings) =>
        new(CompanyId.New(), 1, country, new LocalizedText("甲", "갑", "A"), "batteries", string.Empty, null, listings);

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
            Recently
        );
}
