using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Which firms of the open page were new when its reader came to it; none for a search that is not the reader's.</summary>
public sealed class ListLatestFinds(AppDbContext db)
{
    public async Task<IReadOnlySet<CompanyId>> ExecuteAsync(SavedSearchId id, Actor actor, CancellationToken cancellationToken) =>
        await (
            from search in db.Set<SavedSearch>().OwnedBy(actor)
            join find in db.Set<SavedSearchFind>() on search.Id equals find.SearchId
            where search.Id == id && search.DeletedAt == null && find.FoundAt > search.SeenBefore
            select find.CompanyId
        ).ToHashSetAsync(cancellationToken);
}
