using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies.Agencies;

/// <summary>What firms are called at present, for lists that know them by id.</summary>
public sealed class NameFirms(AppDbContext db)
{
    /// <param name="ids">One that is not there any more is left out.</param>
    public async Task<IReadOnlyDictionary<CompanyId, LocalizedText>> ExecuteAsync(
        IEnumerable<CompanyId> ids,
        CancellationToken cancellationToken
    )
    {
        var firms = ids.Distinct().ToList();
        return await db
            .Companies.AsNoTracking()
            .Where(company => firms.Contains(company.Id))
            .Select(company => new { company.Id, company.Profile.Names })
            .ToDictionaryAsync(company => company.Id, company => company.Names, cancellationToken);
    }
}
