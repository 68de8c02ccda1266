using System.Runtime.InteropServices;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Exposure;

[StructLayout(LayoutKind.Auto)]
public readonly record struct ListedFirm(CompanyId Id, double Score);

/// <summary>
/// Lowers the scores of firms that stand in too many lists, by small steps and only as far as it takes: whoever stands behind them by a
/// little comes forward, and where nobody else fits they stay.
/// </summary>
public static class ExposureCap
{
    /// <summary>Places of a list that people look at.</summary>
    public const int Places = 10;

    /// <summary>In a market of few firms each must stand in many lists: so many times its fair share is never too much.</summary>
    private const double FairShares = 3;

    private const double Step = 0.96;

    /// <summary>Below it a firm would be hidden from those whom it fits best.</summary>
    private const double Least = 0.6;

    /// <param name="lists">Of different firms that ask, each with more than <see cref="Places"/> candidates in any order.</param>
    /// <param name="most">Share of the lists in whose first places a firm may stand, in (0, 1).</param>
    /// <returns>Of the firms that are lowered.</returns>
    public static IReadOnlyDictionary<CompanyId, double> Factors(IReadOnlyList<IReadOnlyList<ListedFirm>> lists, double most)
    {
        var factors = new Dictionary<CompanyId, double>();
        var firms = lists.SelectMany(list => list).Select(firm => firm.Id).Distinct().Count();
        var allowed = lists.Count * Math.Max(most, FairShares * Places / Math.Max(1, firms));
        while (true)
        {
            var lowered = false;
            foreach (var firm in Counts(lists, factors).Where(count => count.Value > allowed).Select(count => count.Key))
            {
                var next = factors.GetValueOrDefault(firm, 1) * Step;
                if (next >= Least)
                {
                    factors[firm] = next;
                    lowered = true;
                }
            }

            if (!lowered)
            {
                return factors;
            }
        }
    }

    /// <summary>The first places of a list.</summary>
    public static IEnumerable<CompanyId> First(IReadOnlyList<ListedFirm> list, IReadOnlyDictionary<CompanyId, double> factors) =>
        list.OrderByDescending(firm => firm.Score * factors.GetValueOrDefault(firm.Id, 1)).Take(Places).Select(firm => firm.Id);

    /// <summary>In how many lists each firm has one of the first places.</summary>
    public static IReadOnlyDictionary<CompanyId, int> Counts(
        IReadOnlyList<IReadOnlyList<ListedFirm>> lists,
        IReadOnlyDictionary<CompanyId, double> factors
    ) => lists.SelectMany(list => First(list, factors)).CountBy(id => id).ToDictionary();
}
