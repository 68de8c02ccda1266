using Matchmaking.Core.Outbox;

namespace Matchmaking.Core.Matching.SavedSearches;

public static class SavedSearchEvents
{
    /// <summary>A person's saved searches have found something since the last mail. The payload is the digest's id.</summary>
    public const string DigestDue = "saved-search-digest";

    public static OutboxEvent OfDigest(Guid digest) => new(DigestDue, digest.ToString("N"));
}
