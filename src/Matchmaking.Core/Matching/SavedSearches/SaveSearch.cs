using Matchmaking.Core.Common;
using Matchmaking.Core.Data;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Keeps a question under a name. What it finds at this moment is no news.</summary>
public sealed class SaveSearch(AppDbContext db, AnswerLookup lookup, TimeProvider clock)
{
    public async Task<Result<SavedSearchId>> ExecuteAsync(
        SavedSearchKind kind,
        SavedQuestion question,
        string name,
        SavedSearchAlert alert,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (actor.CompanyId is not { } company)
        {
            return Error.NotFound;
        }

        if (await db.IsFullAsync(actor, cancellationToken))
        {
            return SavedSearchErrors.TooMany;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var created = SavedSearch.Create(actor, company, kind, question, name, alert, now);
        if (!created.Succeeded)
        {
            return Result<SavedSearchId>.Failure(created.Errors);
        }

        db.Add(created.Value);
        await lookup.RefreshAsync(created.Value, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return created.Value.Id;
    }
}
