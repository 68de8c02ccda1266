using Matchmaking.Core.Common;

namespace Matchmaking.Core.Listings;

/// <summary>A change to a published listing that waits for review while the old text stays live.</summary>
public sealed class ListingRevision
{
    private ListingRevision() { }

    internal ListingRevision(ListingId listingId, ListingContent content)
    {
        ListingId = listingId;
        Content = content;
    }

    public ListingId ListingId { get; private init; }

    public ListingContent Content { get; internal set; } = null!;

    /// <summary>Draft, Submitted, InReview or ChangesRequested.</summary>
    public ListingState State { get; internal set; }

    /// <summary>Why an agency returned this change.</summary>
    public string? ReturnReason { get; internal set; }
}
