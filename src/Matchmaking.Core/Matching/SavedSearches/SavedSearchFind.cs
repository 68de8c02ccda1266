using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>A firm that a saved search has found. It stays when the firm no longer fits, so that its return is no news.</summary>
public sealed class SavedSearchFind
{
    public required SavedSearchId SearchId { get; init; }

    public required CompanyId CompanyId { get; init; }

    /// <summary>The first time.</summary>
    public required DateTime FoundAt { get; init; }

    /// <summary>Place in the answer when it was last looked up, from 1; 0 when the firm was not in it.</summary>
    public required int Place { get; set; }

    /// <summary>The mail that tells of it, or null when none has.</summary>
    public Guid? DigestId { get; set; }
}
