using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Exposure;
using Xunit;

namespace Matchmaking.UnitTests.Matching;

public sealed class ExposureCapTests
{
    private const int Lists = 200;
    private const int Candidates = 40;
    private const double Most = 0.05;

    private readonly CompanyId hub = CompanyId.New();
    private readonly CompanyId[] market = [.. Enumerable.Range(0, 2000).Select(_ => CompanyId.New())];
    private readonly Random random = new(5);

    [Fact]
    public void Firm_that_stands_in_all_lists_goes_behind_others_that_fit_nearly_as_well()
    {
        var lists = Market(hubScore: 0.78, other: () => 0.5 + 0.3 * random.NextDouble());
        Assert.True(Standing(lists, new Dictionary<CompanyId, double>()) > 0.9 * Lists);

        var factors = ExposureCap.Factors(lists, Most);

        Assert.Equal([hub], factors.Keys);
        Assert.InRange(Standing(lists, factors), 1, Most * Lists);
    }

    [Fact]
    public void Firm_stays_where_nobody_else_fits()
    {
        var lists = Market(hubScore: 0.9, other: () => 0.3 * random.NextDouble());

        Assert.Equal(Lists, Standing(lists, ExposureCap.Factors(lists, Most)));
    }

    [Fact]
    public void Nobody_is_lowered_in_a_market_without_such_a_firm() =>
        Assert.Empty(ExposureCap.Factors(Market(hubScore: 0.1, other: () => 0.5 + 0.3 * random.NextDouble()), Most));

    [Fact]
    public void In_a_market_of_few_firms_each_may_stand_in_many_lists()
    {
        var few = market.Take(25).ToList();
        IReadOnlyList<ListedFirm>[] lists =
        [
            .. Enumerable.Range(0, Lists).Select(_ => few.ConvertAll(id => new ListedFirm(id, 0.5 + 0.3 * random.NextDouble()))),
        ];

        Assert.Empty(ExposureCap.Factors(lists, Most));
    }

    private int Standing(IReadOnlyList<IReadOnlyList<ListedFirm>> lists, IReadOnlyDictionary<CompanyId, double> factors) =>
        ExposureCap.Counts(lists, factors).GetValueOrDefault(hub);

    private List<IReadOnlyList<ListedFirm>> Market(double hubScore, Func<double> other) =>
        [
            .. Enumerable
                .Range(0, Lists)
                .Select(_ =>
                    (IReadOnlyList<ListedFirm>)
                        [
                            new ListedFirm(hub, hubScore),
                            .. random.GetItems(market, Candidates).Distinct().Select(id => new ListedFirm(id, other())),
                        ]
                ),
        ];
}
