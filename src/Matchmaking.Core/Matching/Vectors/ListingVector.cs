using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Vectors;

/// <summary>What an encoder made of a listing's text, kept so that an index can be rebuilt without encoding anything. Goes with the listing.</summary>
public sealed class ListingVector
{
    public const int EncoderLimit = 200;
    public const int HashBytes = 32;

    public required ListingId ListingId { get; init; }

    /// <summary>The id of the encoder.</summary>
    public required string Encoder { get; init; }

    /// <summary>SHA-256 of the title and the text.</summary>
    public required byte[] TextHash { get; init; }

    /// <summary>A <see cref="Language.QuantizedVector"/> as bytes.</summary>
    public required byte[] Values { get; init; }
}
