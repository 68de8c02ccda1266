namespace Matchmaking.Core.Matching.SavedSearches;

public static class SavedSearchLimits
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int Name = 80;

    /// <summary>Saved searches of one person in one firm.</summary>
    public const int PerPerson = 50;

    /// <summary>Values of one condition.</summary>
    public const int Conditions = 100;

    /// <summary>How old an answer may be before it is looked up again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(6);

    /// <summary>How long a deleted one can be brought back.</summary>
    public static readonly TimeSpan Undo = TimeSpan.FromDays(1);
}
