using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Identity;

public sealed class EditPerson(AppDbContext db)
{
    public async Task<Result> ExecuteAsync(string name, LanguageCode language, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == actor.UserId, cancellationToken) is not { } user)
        {
            return Error.NotFound;
        }

        user.DisplayName = name;
        user.Language = language;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
