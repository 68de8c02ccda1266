using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Matching.Indexing;
using Matchmaking.Core.Matching.Pages;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Matching.SavedSearches;

/// <summary>Asks the question again and writes down which firms answer it; the caller saves.</summary>
public sealed class AnswerLookup(AppDbContext db, IPartnerIndex index, PartnersLists partners, SearchPartners search)
{
    /// <summary>While the index is being built its answers are incomplete, and while it is away there are none: nothing is written down then.</summary>
    public async Task RefreshAsync(SavedSearch saved, DateTime now, CancellationToken cancellationToken)
    {
        if (await index.StateAsync(cancellationToken) != PartnerIndexState.Ready)
        {
            return;
        }

        try
        {
            await WriteDownAsync(saved, [.. await AnswerAsync(saved, cancellationToken)], now, cancellationToken);
        }
        catch (PartnerIndexUnavailableException)
        {
            // The next round asks again.
        }
    }

    private async Task WriteDownAsync(SavedSearch saved, IReadOnlyList<CompanyId> answer, DateTime now, CancellationToken cancellationToken)
    {
        var known = await db.Set<SavedSearchFind>()
            .Where(find => find.SearchId == saved.Id)
            .ToDictionaryAsync(find => find.CompanyId, cancellationToken);
        foreach (var find in known.Values)
        {
            find.Place = 0;
        }

        foreach (var (place, firm) in answer.Index())
        {
            if (known.TryGetValue(firm, out var find))
            {
                find.Place = place + 1;
            }
            else
            {
                db.Add(
                    new SavedSearchFind
                    {
                        SearchId = saved.Id,
                        CompanyId = firm,
                        FoundAt = now,
                        Place = place + 1,
                    }
                );
            }
        }

        saved.Check(now);
    }

    private async Task<IEnumerable<CompanyId>> AnswerAsync(SavedSearch saved, CancellationToken cancellationToken)
    {
        if (saved.Kind == SavedSearchKind.Search)
        {
            var found = await search.FirmsAsync(saved.Question.ToSearch(), cancellationToken);
            return found.Where(firm => firm != saved.CompanyId);
        }

        return await partners.FirmsAsync(saved.CompanyId, saved.Question.ToPartners(), cancellationToken);
    }
}
