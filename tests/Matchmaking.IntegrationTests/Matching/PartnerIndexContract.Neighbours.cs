using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Xunit;

namespace Matchmaking.IntegrationTests.Matching;

/// <summary>What is found by what texts mean.</summary>
public abstract partial class PartnerIndexContract
{
    [Fact]
    public async Task Neighbours_come_behind_those_that_share_terms_and_each_firm_once()
    {
        var byBoth = Firms.Firm(Country.CN, "甲", Meaning(Firms.Offer("铜箔"), 1f, 0f));
        var byMeaning = Firms.Firm(Country.CN, "乙", Meaning(Firms.Offer("铝箔"), 0.8f, 0.6f));
        var neither = Firms.Firm(Country.CN, "丙", Meaning(Firms.Offer("锡箔"), -1f, 0f));
        await PutAsync(byMeaning, byBoth, neither);

        var hits = await Index.SearchAsync(
            new PartnerQuery
            {
                Wanted = [new WeightedTerm("铜箔", 1)],
                WantedVectors = [Vector(1f, 0f)],
                Limit = 10,
            },
            default
        );

        Assert.Equal([(byBoth.Id, 1f), (byMeaning.Id, 0f)], hits.Select(hit => (hit.Id, hit.Score)));
        Assert.Equal(0.8f, hits[1].Profile.Listings[0].Meaning!.Dot(Vector(1f, 0f)), 2);
    }

    [Fact]
    public async Task Needs_are_near_offers_and_offers_are_near_needs_and_who_is_near_both_ways_comes_first()
    {
        var supplier = Firms.Firm(Country.CN, "甲", Meaning(Firms.Offer("铜箔"), 1f, 0f));
        var both = Firms.Firm(Country.CN, "乙", Meaning(Firms.Offer("铝箔"), 0.8f, 0.6f), Meaning(Firms.Need("铜箔"), 0f, 1f));
        var wrongWay = Firms.Firm(Country.CN, "丙", Meaning(Firms.Need("锡箔"), 1f, 0f));
        await PutAsync(wrongWay, supplier, both);

        var found = await NearAsync(Any with { OfferedVectors = [Vector(0f, 1f)], BothWays = true });

        Assert.Equal([both.Id, supplier.Id], found);
    }

    [Fact]
    public async Task Neighbours_pass_the_filter_hold_the_words_and_are_never_the_one_that_asks()
    {
        var me = Firms.Firm(Country.KR, "갑", Meaning(Firms.Offer("동박 호일"), 1f, 0f));
        var wanted = Firms.Firm(Country.KR, "을", Meaning(Firms.Offer("동박 호일", codes: "741011"), 0.8f, 0.6f));
        var abroad = Firms.Firm(Country.CN, "丙", Meaning(Firms.Offer("동박 호일"), 1f, 0f));
        var otherWords = Firms.Firm(Country.KR, "정", Meaning(Firms.Offer("알루미늄"), 1f, 0f));
        await PutAsync(me, wanted, abroad, otherWords);
        var query = new PartnerQuery
        {
            Wanted = [new WeightedTerm("없는말", 1)],
            WantedVectors = [Vector(1f, 0f)],
            Words = [new WeightedTerm("호일", 1)],
            WordsRequired = 1,
            Filter = new PartnerFilter { Country = Country.KR },
            Except = me.Id,
            Limit = 10,
        };

        Assert.Equal([wanted.Id], await NearAsync(query));
        Assert.Equal([wanted.Id], await NearAsync(query with { Filter = query.Filter with { Chapters = ["74"] } }));
        Assert.Empty(await NearAsync(query with { Filter = query.Filter with { Chapters = ["85"] } }));
        Assert.Equal([otherWords.Id, wanted.Id], await NearAsync(query with { Words = [], WordsRequired = 0 }));
    }

    [Fact]
    public async Task Neighbours_follow_every_change_and_survive_a_restart()
    {
        var (changed, gone) = (
            Firms.Firm(Country.CN, "甲", Meaning(Firms.Offer("铜箔"), 1f, 0f)),
            Firms.Firm(Country.CN, "乙", Meaning(Firms.Offer("铝箔"), 1f, 0f))
        );
        await RebuildAsync(changed, gone);
        Assert.Equal(2, (await NearAsync(Any)).Count);

        var turned = changed with { Listings = [Meaning(Firms.Offer("锡箔"), 0.6f, 0.8f)] };
        await WriteAsync(PartnerChange.Of(turned.Document(version: 2)), PartnerChange.Removal(gone.Id, 2));

        Assert.Equal([changed.Id], await NearAsync(Any));
        Restart();
        var hit = Assert.Single(await Index.SearchAsync(Any, default));
        Assert.Equal(0.6f, hit.Profile.Listings[0].Meaning!.Dot(Vector(1f, 0f)), 2);
    }

    [Fact]
    public async Task Neighbours_are_no_more_than_the_limit_and_without_a_vector_there_are_none()
    {
        await PutAsync([
            .. Enumerable.Range(0, 6).Select(number => Firms.Firm(Country.CN, $"{number}", Meaning(Firms.Offer("铜箔"), 1f, 0f))),
        ]);

        Assert.Equal(4, (await NearAsync(Any with { Limit = 4 })).Count);
        Assert.Empty(await NearAsync(new PartnerQuery { Wanted = [new WeightedTerm("没有", 1)], Limit = 4 }));
    }

    private static PartnerQuery Any => new() { WantedVectors = [Vector(1f, 0f)], Limit = 10 };

    private static QuantizedVector Vector(params float[] values) => QuantizedVector.Of(values);

    private static ListingText Meaning(ListingText listing, params float[] values) =>
        listing with
        {
            Meaning = new TextMeaning(Vector(values), []),
        };

    private async Task<IReadOnlyList<CompanyId>> NearAsync(PartnerQuery query) =>
        [.. (await Index.SearchAsync(query, default)).Select(hit => hit.Id)];
}
