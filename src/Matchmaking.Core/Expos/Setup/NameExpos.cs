using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Expos.Setup;

/// <summary>What expos are called, for lists that know them by id alone.</summary>
public sealed class NameExpos(AppDbContext db)
{
    /// <param name="ids">Those of other things are left out.</param>
    public async Task<IReadOnlyDictionary<Guid, LocalizedText>> ExecuteAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var expos = ids.Distinct().Select(ExpoId.From).ToList();
        return await db.Set<Expo>()
            .AsNoTracking()
            .Where(expo => expos.Contains(expo.Id))
            .Select(expo => new { expo.Id, expo.Profile.Names })
            .ToDictionaryAsync(expo => expo.Id.Value, expo => expo.Names, cancellationToken);
    }

    /// <summary>Ids of the expos that are called so in any language.</summary>
    /// <param name="part">Of a name.</param>
    public async Task<IReadOnlyList<Guid>> CalledAsync(string part, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Expo>()
            .Where(expo =>
                expo.Profile.Names.Zh.Contains(part) || expo.Profile.Names.Ko.Contains(part) || expo.Profile.Names.En.Contains(part)
            )
            .Select(expo => expo.Id)
            .ToListAsync(cancellationToken);
        return ids.ConvertAll(id => id.Value);
    }
}
