using Matchmaking.Core.Common;

namespace Matchmaking.Core.Matching.SavedSearches;

public enum SavedSearchKind
{
    Partners,
    Search,
}

/// <summary>How often its owner is written to when something is new.</summary>
public enum SavedSearchAlert
{
    None,
    Daily,
    Weekly,
}

/// <summary>A question that one person of one firm asks again and again.</summary>
public sealed class SavedSearch : Entity
{
    private SavedSearch() { }

    public SavedSearchId Id { get; private init; }

    public Guid UserId { get; private init; }

    public CompanyId CompanyId { get; private init; }

    public SavedSearchKind Kind { get; private init; }

    public string Name { get; private set; } = string.Empty;

    public SavedQuestion Question { get; private init; } = new();

    public SavedSearchAlert Alert { get; private set; }

    public DateTime CreatedAt { get; private init; }

    /// <summary>When the owner last looked at the answer. Firms found since are new.</summary>
    public DateTime SeenAt { get; private set; }

    /// <summary>The look before that one: on the page that is open now, firms found since then are still marked.</summary>
    public DateTime SeenBefore { get; private set; }

    /// <summary>When the answer was last looked up, or null for never.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>Until when a digest has told of it, or has had nothing to tell.</summary>
    public DateTime DigestedAt { get; private set; }

    public DateTime? DeletedAt { get; private set; }

    public static Result<SavedSearch> Create(
        Actor owner,
        CompanyId company,
        SavedSearchKind kind,
        SavedQuestion question,
        string name,
        SavedSearchAlert alert,
        DateTime now
    )
    {
        if (kind == SavedSearchKind.Search && string.IsNullOrWhiteSpace(question.Text))
        {
            return SavedSearchErrors.NoWords;
        }

        var search = new SavedSearch
        {
            Id = SavedSearchId.New(),
            UserId = owner.UserId,
            CompanyId = company,
            Kind = kind,
            Question = question,
            Alert = alert,
            CreatedAt = now,
            SeenAt = now,
            SeenBefore = now,
            DigestedAt = now,
        };
        return search.Rename(name) is { Succeeded: false } refused ? Result<SavedSearch>.Failure(refused.Errors) : search;
    }

    public Result Change(string name, SavedSearchAlert alert, DateTime now)
    {
        var renamed = Rename(name);
        if (renamed.Succeeded && alert != Alert)
        {
            // Whoever asks for mail now is not told of the time without.
            DigestedAt = Alert == SavedSearchAlert.None ? now : DigestedAt;
            Alert = alert;
        }

        return renamed;
    }

    public void Look(DateTime now)
    {
        SeenBefore = SeenAt;
        SeenAt = now;
    }

    /// <summary>The answer was looked up. What the first look finds is no news.</summary>
    public void Check(DateTime now)
    {
        SeenAt = CheckedAt is null ? now : SeenAt;
        CheckedAt = now;
    }

    public void PassDigest(DateTime now) => DigestedAt = now;

    public void Delete(DateTime now) => DeletedAt ??= now;

    public void Restore() => DeletedAt = null;

    private Result Rename(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0)
        {
            return SavedSearchErrors.NameMissing;
        }

        if (trimmed.Length > SavedSearchLimits.Name || trimmed.Any(char.IsControl))
        {
            return SavedSearchErrors.NameUnfit;
        }

        Name = trimmed;
        return Result.Success;
    }
}
