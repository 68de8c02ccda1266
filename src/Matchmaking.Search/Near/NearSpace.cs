using Matchmaking.Core.Language;
using Matchmaking.Core.Matching.Scoring;

namespace Matchmaking.Search.Near;

/// <summary>What all vectors of a scan have in common.</summary>
internal sealed class NearSpace(int dimensions)
{
    public int Dimensions => dimensions;

    /// <summary>Of a vector's signs.</summary>
    public int Words { get; } = SignBits.Words(dimensions);

    /// <summary>To expect by the number of signs that differ.</summary>
    public float[] Likenesses { get; } =
    [
        .. Enumerable
            .Range(0, dimensions + 1)
            .Select(distance => (float)MeaningLikeness.Of(Math.Cos(Math.PI * distance / Math.Max(1, dimensions)))),
    ];
}
