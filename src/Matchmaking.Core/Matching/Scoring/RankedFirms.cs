using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;

namespace Matchmaking.Core.Matching.Scoring;

/// <param name="Mine">The profile of the firm that asks; the places in pairs count its listings.</param>
/// <param name="Statistics">Of the terms of the firm that asks.</param>
/// <param name="Firms">Best first.</param>
public sealed record RankedFirms(MatchProfile Mine, TermStatistics Statistics, MatchScorer Scorer, IReadOnlyList<RankedFirm> Firms)
{
    /// <summary>A firm whose better direction is below this shares a stray word and is no partner.</summary>
    private const double LeastDirection = 0.15;

    /// <summary>Without the firms that hardly fit: what people are shown.</summary>
    public RankedFirms Fitting() =>
        this with
        {
            Firms = [.. Firms.Where(firm => Math.Max(firm.Score.TheyOffer.Score, firm.Score.TheyNeed.Score) >= LeastDirection)],
        };
}

public sealed record RankedFirm(CompanyId Id, MatchProfile Profile, FirmScore Score);
