using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Search.Near;
using Xunit;

namespace Matchmaking.UnitTests.Search;

public sealed class NearVectorsTests
{
    private const int Dimensions = 96;

    private readonly Random random = new(7);
    private readonly NearVectors near = new();

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(3, 20, true)]
    [InlineData(5, 1000, false)]
    [InlineData(5, 1000, true)]
    public void Best_are_those_of_comparing_all_with_all(int queries, int limit, bool bothWays)
    {
        var firms = Enumerable.Range(0, 400).Select(_ => Firm(random.Next(1, 6))).ToList();
        firms.ForEach(Put);
        near.Publish();
        NearVector[] wanted = [.. Enumerable.Range(0, queries).Select(_ => Listing())];

        var hits = near.Search(new NearQuery(wanted, bothWays, Country: null, Passes: null, limit));

        var expected = firms
            .Select(firm => (firm.Firm.Id, Likeness: Exact(firm, wanted, bothWays)))
            .Where(firm => firm.Likeness > 0)
            .OrderByDescending(firm => firm.Likeness)
            .Take(limit)
            .ToList();
        Assert.Equal(expected.Select(firm => firm.Id), hits.Select(hit => hit.Firm.Id));
        Assert.All(expected.Zip(hits), pair => Assert.Equal(pair.First.Likeness, pair.Second.Likeness, 4));
    }

    [Fact]
    public void Among_more_firms_than_are_compared_in_full_most_of_the_best_are_found()
    {
        var firms = Enumerable.Range(0, 8000).Select(_ => Firm(2)).ToList();
        firms.ForEach(Put);
        near.Publish();
        NearVector[] wanted = [Listing(), Listing()];

        var hits = near.Search(new NearQuery(wanted, BothWays: false, Country: null, Passes: null, Limit: 100));

        var expected = firms.OrderByDescending(firm => Exact(firm, wanted, bothWays: false)).Take(100).Select(firm => firm.Firm.Id);
        // A quarter would be found by chance; vectors of chance have no nearest ones that stand out, and few signs to tell them apart.
        Assert.InRange(expected.Intersect(hits.Select(hit => hit.Firm.Id)).Count(), 85, 100);
    }

    [Fact]
    public void Need_is_looked_for_among_needs_only()
    {
        var vector = Vector();
        var (offer, need) = (One(ListingKind.Offer, vector), One(ListingKind.Need, vector));
        Put(offer);
        Put(need);
        near.Publish();

        Assert.Equal([need.Firm.Id], Found(new NearVector(ListingKind.Need, vector)));
    }

    [Fact]
    public void Nothing_is_seen_before_it_is_published()
    {
        var firm = Firm(1);
        Put(firm);
        Assert.Empty(Found(firm.Listings[0]));

        near.Publish();

        Assert.Equal([firm.Firm.Id], Found(firm.Listings[0]));
    }

    [Fact]
    public void Replaced_firm_is_found_by_what_it_says_now_and_a_removed_one_no_more()
    {
        var (changed, gone, kept) = (One(ListingKind.Offer, Axis(0)), One(ListingKind.Offer, Axis(0)), One(ListingKind.Offer, Axis(0)));
        Put(changed);
        Put(gone);
        Put(kept);
        near.Publish();
        near.Put(changed.Firm, [new NearVector(ListingKind.Offer, Axis(1))]);
        near.Remove(gone.Firm.Id);
        near.Remove(CompanyId.New());
        near.Publish();

        Assert.Equal([kept.Firm.Id], Found(new NearVector(ListingKind.Offer, Axis(0))));
        Assert.Equal([changed.Firm.Id], Found(new NearVector(ListingKind.Offer, Axis(1))));
        Assert.Equal(2, near.Count);
    }

    [Fact]
    public void Firm_that_says_nothing_any_more_is_gone()
    {
        var firm = Firm(2);
        Put(firm);
        near.Put(firm.Firm, []);
        near.Publish();

        Assert.Empty(Found(firm.Listings[0]));
        Assert.Equal(0, near.Count);
    }

    [Fact]
    public void Many_changes_leave_only_what_stands()
    {
        var firms = Enumerable.Range(0, 300).Select(_ => Firm(4)).ToList();
        for (var round = 0; round < 20; round++)
        {
            firms = firms.ConvertAll(firm => Firm(random.Next(1, 5)) with { Firm = firm.Firm });
            firms.ForEach(Put);
            near.Publish();
        }

        Assert.Equal(firms.Sum(firm => firm.Listings.Count), near.Count);
        Assert.All(firms, firm => Assert.Equal(firm.Firm.Id, Found(firm.Listings[0])[0]));
    }

    [Fact]
    public void Only_firms_that_pass_are_found()
    {
        var vector = Axis(3);
        var (here, there) = (One(ListingKind.Offer, vector), One(ListingKind.Offer, vector));
        there = there with { Firm = there.Firm with { Country = Country.KR } };
        Put(here);
        Put(there);
        near.Publish();
        IEnumerable<CompanyId> Found(Country? country, Predicate<NearFirm>? passes) =>
            Search([new NearVector(ListingKind.Offer, vector)], country, passes).Select(hit => hit.Firm.Id);

        Assert.Equal([there.Firm.Id], Found(Country.KR, passes: null));
        Assert.Equal([here.Firm.Id], Found(country: null, firm => firm.Id == here.Firm.Id));
        Assert.Empty(Found(Country.KR, firm => firm.Id == here.Firm.Id));
    }

    [Fact]
    public void Vectors_of_another_length_find_nothing_and_are_not_found()
    {
        var (first, other) = (Firm(1), new Given(NearFirmOf(), [new NearVector(ListingKind.Offer, QuantizedVector.Of([1f, 2f]))]));
        Put(first);
        Put(other);
        near.Publish();

        Assert.Empty(Found(other.Listings[0]));
        Assert.Equal(1, near.Count);
    }

    [Fact]
    public async Task Searches_beside_writes_always_see_whole_firms()
    {
        // Each version of the firm says the same in both ways: a search that saw halves of two versions would find what none has.
        var firm = NearFirmOf();
        NearVector[] wanted = [new(ListingKind.Offer, Axis(0)), new(ListingKind.Need, Axis(0))];
        using var done = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        var reading = Task.Run(() =>
        {
            var likenesses = new HashSet<float>();
            while (!done.IsCancellationRequested)
            {
                likenesses.UnionWith(
                    near.Search(new NearQuery(wanted, BothWays: true, Country: null, Passes: null, Limit: 10))
                        .Where(hit => hit.Firm.Id == firm.Id)
                        .Select(hit => MathF.Round(hit.Likeness, 2))
                );
                if (likenesses.Count > 0)
                {
                    begun.Set();
                }
            }

            return likenesses;
        });
        for (var version = 0; version < 3000; version++)
        {
            var share = version % 2 == 0 ? 1f : 0.5f;
            near.Put(firm, [new NearVector(ListingKind.Offer, Axis(0, share)), new NearVector(ListingKind.Need, Axis(0, share))]);
            Put(Firm(3));
            near.Publish();
            if (version == 0)
            {
                begun.Wait(TestContext.Current.CancellationToken);
            }
        }

        await done.CancelAsync();

        Assert.Subset(new HashSet<float> { Rounded(1), Rounded(0.5) }, await reading);
        static float Rounded(double cosine) => MathF.Round((float)MeaningLikeness.Of(cosine) + 0.03f, 2);
    }

    private static NearFirm NearFirmOf() => new(CompanyId.New(), Country.CN, "batteries", string.Empty, UInt128.Zero, 0, null);

    private static QuantizedVector Axis(int dimension, float length = 1)
    {
        var vector = new float[Dimensions];
        vector[dimension] = length;
        return QuantizedVector.Of(vector);
    }

    /// <summary>As the search promises; firms without a listing of the kinds that are wanted, and those that are like nothing, count 0.</summary>
    private static float Exact(Given firm, NearVector[] wanted, bool bothWays)
    {
        float[] ways =
        [
            .. Enum.GetValues<ListingKind>()
                .Select(kind => (firm.Listings.Where(listing => listing.Kind == kind), wanted.Where(query => query.Kind == kind)))
                .Where(way => way.Item1.Any() && way.Item2.Any())
                .Select(way => way.Item1.Max(listing => way.Item2.Max(query => listing.Vector.Dot(query.Vector))))
                .Select(cosine => cosine > 0 ? (float)MeaningLikeness.Of(cosine) : 0),
        ];
        var isAskedBothWays = bothWays && wanted.Select(query => query.Kind).Distinct().Count() > 1;
        return !isAskedBothWays || ways.Append(0).Max() == 0 ? ways.Append(0).Max()
            : ways.Length < 2 ? ways[0] * 2 / 3
            : 2 * (ways[0] + 0.03f) * (ways[1] + 0.03f) / (ways[0] + ways[1] + 0.06f);
    }

    private static Given One(ListingKind kind, QuantizedVector vector) => new(NearFirmOf(), [new NearVector(kind, vector)]);

    private List<CompanyId> Found(NearVector wanted) => [.. Search([wanted], country: null, passes: null).Select(hit => hit.Firm.Id)];

    private IReadOnlyList<NearHit> Search(IReadOnlyList<NearVector> wanted, Country? country, Predicate<NearFirm>? passes) =>
        near.Search(new NearQuery(wanted, BothWays: false, country, passes, Limit: 10));

    private void Put(Given firm) => near.Put(firm.Firm, firm.Listings);

    private Given Firm(int listings) => new(NearFirmOf(), [.. Enumerable.Range(0, listings).Select(_ => Listing())]);

    private NearVector Listing() => new(random.Next(2) == 0 ? ListingKind.Offer : ListingKind.Need, Vector());

    /// <summary>Of length 1, and nearer to each other than chance would have it: what is like nothing is not told apart.</summary>
    private QuantizedVector Vector()
    {
        var values = Enumerable.Range(0, Dimensions).Select(_ => (float)(random.NextDouble() - 0.35)).ToArray();
        var length = MathF.Sqrt(values.Sum(value => value * value));
        return QuantizedVector.Of(Array.ConvertAll(values, value => value / length));
    }

    private sealed record Given(NearFirm Firm, IReadOnlyList<NearVector> Listings);
}
