using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>The actor's saved searches by name, with what is new in each.</summary>
public sealed class ListSavedSearches(AppDbContext db)
{
    public async Task<IReadOnlyList<SavedSearchRow>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        var own = db.Set<SavedSearch>().AsNoTracking().OwnedBy(actor).Where(search => search.DeletedAt == null);
        var searches = await own.ToListAsync(cancellationToken);
        if (searches.Count == 0)
        {
            return [];
        }

        var finds = await (
            from find in db.NewFinds(own)
            join company in db.Companies on find.CompanyId equals company.Id
            select new
            {
                find.SearchId,
                find.Place,
                company.Id,
                company.Country,
                company.Profile.Names,
            }
        ).ToListAsync(cancellationToken);
        var bySearch = finds
            .OrderBy(find => find.Place)
            .ToLookup(find => find.SearchId, find => new NewFirm(find.Id, find.Country, find.Names));
        return
        [
            .. searches
                .Select(search => new SavedSearchRow(
                    search.Id,
                    search.Kind,
                    search.Name,
                    search.Question,
                    search.Alert,
                    [.. bySearch[search.Id]]
                ))
                .OrderBy(row => row.Name, StringComparer.CurrentCulture),
        ];
    }
}

/// <param name="New">Firms that fit now and that the owner has not seen yet, best first.</param>
public sealed record SavedSearchRow(
    SavedSearchId Id,
    SavedSearchKind Kind,
    string Name,
    SavedQuestion Question,
    SavedSearchAlert Alert,
    IReadOnlyList<NewFirm> New
);

public sealed record NewFirm(CompanyId Id, Country Country, LocalizedText Names);
