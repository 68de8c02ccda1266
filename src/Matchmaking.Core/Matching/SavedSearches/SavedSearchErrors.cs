using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.SavedSearches;

public static class SavedSearchErrors
{
    public static readonly Error NameMissing = new("saved-search.name-missing", Field: nameof(SavedSearch.Name));

    /// <summary>Too long, or with characters that cannot be shown.</summary>
    public static readonly Error NameUnfit = new(
        "saved-search.name-unfit",
        Field: nameof(SavedSearch.Name),
        Arguments: SavedSearchLimits.Name
    );

    public static readonly Error NoWords = new("saved-search.no-words");

    public static readonly Error TooMany = new("saved-search.too-many", Arguments: SavedSearchLimits.PerPerson);
}
