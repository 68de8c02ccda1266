using System.Collections.Frozen;
using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Exposure;

/// <summary>
/// What each firm's score counts when lists are put in order, so that none stands in too many of them, as last read from the database.
/// For all threads.
/// </summary>
public sealed class ExposureShares
{
    private volatile State state = new(FrozenDictionary<CompanyId, double>.Empty, null);

    /// <summary>When it was measured; null before any measurement.</summary>
    public DateTime? MeasuredAt => state.MeasuredAt;

    /// <returns>In (0, 1]; 1 for a firm that is not shown too often.</returns>
    public double Of(CompanyId id) => state.Factors.GetValueOrDefault(id, 1);

    public void Replace(IReadOnlyDictionary<CompanyId, double> next, DateTime measuredAt) =>
        state = new State(next.ToFrozenDictionary(), measuredAt);

    private sealed record State(FrozenDictionary<CompanyId, double> Factors, DateTime? MeasuredAt);
}
