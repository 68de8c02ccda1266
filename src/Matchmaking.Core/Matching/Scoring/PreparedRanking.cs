using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Exposure;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>All that ranking for one firm takes but the conditions: its terms, how rare they are, and what its listings mean. Not for several threads.</summary>
public sealed class PreparedRanking
{
    private readonly IPartnerIndex index;
    private readonly ExposureShares exposure;
    private readonly MatchProfile mine;
    private readonly TermStatistics statistics;
    private readonly MatchScorer scorer;

    /// <summary>Another condition finds many of the same firms again.</summary>
    private readonly Dictionary<CompanyId, RankedFirm> scored = [];

    internal PreparedRanking(
        IPartnerIndex index,
        ExposureShares exposure,
        PartnerQuery query,
        MatchProfile mine,
        TermStatistics statistics,
        MatchScorer scorer
    )
    {
        this.index = index;
        this.exposure = exposure;
        Query = query;
        this.mine = mine;
        this.statistics = statistics;
        this.scorer = scorer;
    }

    /// <summary>What the engine is asked, without conditions.</summary>
    public PartnerQuery Query { get; }

    /// <param name="words">Terms that a partner must use, all of them; none is no condition.</param>
    public async Task<RankedFirms> RankAsync(PartnerFilter filter, IReadOnlyList<WeightedTerm> words, CancellationToken cancellationToken)
    {
        var hits = await index.SearchAsync(Query with { Words = words, WordsRequired = words.Count, Filter = filter }, cancellationToken);
        var ranked = Score(hits)
            .OrderByDescending(partner => partner.Score.Fused * exposure.Of(partner.Id))
            .ThenBy(partner => partner.Id.Value)
            .ToList();
        return new RankedFirms(mine, statistics, scorer, ranked);
    }

    private RankedFirm[] Score(IReadOnlyList<PartnerHit> hits)
    {
        var firms = new RankedFirm[hits.Count];
        Ranges.ForEach(
            hits.Count,
            range =>
            {
                for (var place = range.Start; place < range.End; place++)
                {
                    firms[place] = Score(hits[place]);
                }
            }
        );
        foreach (var firm in firms)
        {
            scored[firm.Id] = firm;
        }

        return firms;
    }

    private RankedFirm Score(PartnerHit hit) =>
        scored.TryGetValue(hit.Id, out var firm) && ReferenceEquals(firm.Profile, hit.Profile)
            ? firm
            : new RankedFirm(hit.Id, hit.Profile, scorer.Score(hit.Profile));
}
