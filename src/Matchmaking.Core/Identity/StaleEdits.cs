using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Identity;

internal static class StaleEdits
{
    /// <summary>Says who changed meanwhile what somebody was editing; only that it was changed, where the person is gone.</summary>
    public static async Task<Error> ChangedByAsync(this AppDbContext db, Guid? person, DateTime at, CancellationToken cancellationToken)
    {
        var name = await db.Users.Where(user => user.Id == person).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return name is null ? Error.Stale : Error.ChangedBy(name, at);
    }
}
