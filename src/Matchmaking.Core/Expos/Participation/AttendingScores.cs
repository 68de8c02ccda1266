using Matchmaking.Core.Common;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Scoring;
using Matchmaking.Core.Matching.Vectors;

namespace Matchmaking.Core.Expos.Participation;

/// <summary>
/// How well firms of an expo fit both ways. Every one of them is scored, also those that no search would bring up. Without the index, which
/// knows how telling a word is, nobody is.
/// </summary>
public sealed class AttendingScores(FirmTexts texts, ListingVectors vectors, ListingReader reader, IPartnerIndex index, TimeProvider clock)
{
    /// <returns>In [0, 1], as the firm that asks sees them; without a firm that is not there.</returns>
    public async Task<IReadOnlyDictionary<CompanyId, double>> OfAsync(
        CompanyId own,
        IReadOnlyCollection<CompanyId> firms,
        CancellationToken cancellationToken
    )
    {
        var read = await ReadAsync([.. firms.Append(own).Distinct()], cancellationToken);
        if (!read.Remove(own, out var mine))
        {
            return new Dictionary<CompanyId, double>();
        }

        try
        {
            var scorer = await ScorerAsync(mine, cancellationToken);
            return read.ToDictionary(firm => firm.Key, firm => scorer.Score(reader.Document(firm.Value).Profile).Fused);
        }
        catch (PartnerIndexUnavailableException)
        {
            return new Dictionary<CompanyId, double>();
        }
    }

    /// <summary>Each firm is read once and asks once, however many pairs it is in.</summary>
    /// <returns>In [0, 1]: the mean of what the two sides see.</returns>
    public async Task<IReadOnlyDictionary<(CompanyId A, CompanyId B), double>> OfPairsAsync(
        IReadOnlyCollection<(CompanyId A, CompanyId B)> pairs,
        CancellationToken cancellationToken
    )
    {
        var sides = pairs.SelectMany(pair => new[] { pair, (A: pair.B, B: pair.A) }).ToLookup(pair => pair.A, pair => pair.B);
        var read = await ReadAsync([.. sides.Select(firm => firm.Key)], cancellationToken);
        var profiles = read.ToDictionary(firm => firm.Key, firm => reader.Document(firm.Value).Profile);
        var seen = new Dictionary<(CompanyId, CompanyId), double>();
        try
        {
            foreach (var (own, firm) in read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var scorer = await ScorerAsync(firm, cancellationToken);
                foreach (var other in sides[own].Where(profiles.ContainsKey))
                {
                    seen[(own, other)] = scorer.Score(profiles[other]).Fused;
                }
            }
        }
        catch (PartnerIndexUnavailableException)
        {
            return new Dictionary<(CompanyId, CompanyId), double>();
        }

        return pairs.Where(pair => seen.ContainsKey(pair)).ToDictionary(pair => pair, pair => (seen[pair] + seen[(pair.B, pair.A)]) / 2);
    }

    private async Task<MatchScorer> ScorerAsync(FirmText firm, CancellationToken cancellationToken)
    {
        var terms = reader.Terms(firm).SelectMany(listing => listing.TellingTerms).ToHashSet(StringComparer.Ordinal);
        var statistics = await index.StatisticsAsync(terms, cancellationToken);
        return MatchScorer.For(firm, reader, statistics, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>With the vectors that are kept: what has one is not encoded anew.</summary>
    private async Task<Dictionary<CompanyId, FirmText>> ReadAsync(
        IReadOnlyCollection<CompanyId> firms,
        CancellationToken cancellationToken
    ) => (await vectors.AddAsync(await texts.ReadAsync(firms, cancellationToken), cancellationToken)).ToDictionary(firm => firm.Id);
}
