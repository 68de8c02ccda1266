using System.Collections.Frozen;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Exposure;

/// <summary>What each firm's score counts when lists are put in order, so that none stands in too many of them. For all threads.</summary>
public sealed class ExposureShares
{
    private volatile FrozenDictionary<CompanyId, double> factors = FrozenDictionary<CompanyId, double>.Empty;

    /// <returns>In (0, 1]; 1 for a firm that is not shown too often.</returns>
    public double Of(CompanyId id) => factors.GetValueOrDefault(id, 1);

    public void Replace(IReadOnlyDictionary<CompanyId, double> next) => factors = next.ToFrozenDictionary();
}
