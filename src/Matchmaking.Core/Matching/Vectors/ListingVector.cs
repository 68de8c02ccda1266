using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.Vectors;

/// <summary>
/// What an encoder made of a listing's text, and what that means, kept so that an index can be rebuilt without reading the text for either.
/// Goes with the listing.
/// </summary>
public sealed class ListingVector
{
    public const int EncoderLimit = 200;
    public const int SpaceLimit = 300;
    public const int HashBytes = 32;

    public required ListingId ListingId { get; init; }

    /// <summary>The id of the encoder.</summary>
    public required string Encoder { get; init; }

    /// <summary>SHA-256 of the title and the text.</summary>
    public required byte[] TextHash { get; init; }

    /// <summary>A <see cref="Language.QuantizedVector"/> as bytes.</summary>
    public required byte[] Values { get; init; }

    /// <summary>The version of the space that <see cref="Meaning"/> is in.</summary>
    public required string Space { get; init; }

    /// <summary>A <see cref="Language.Lexicon.TextMeaning"/> as bytes.</summary>
    public required byte[] Meaning { get; init; }
}
