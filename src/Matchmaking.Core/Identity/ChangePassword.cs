using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Core.Identity;

/// <summary>Ends all other sessions of the person, by the security stamp.</summary>
public sealed class ChangePassword(UserManager<AppUser> users, CheckPassword check, AppDbContext db, OutboxWriter outbox)
{
    public async Task<Result> ExecuteAsync(string current, string password, Actor actor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (await users.FindByIdAsync(actor.UserId.ToString()) is not { } user)
        {
            return Error.NotFound;
        }

        if (await check.ExecuteAsync(user, current) is { Succeeded: false } wrong)
        {
            return wrong;
        }

        outbox.Add(IdentityEvents.Of(IdentityEvents.PasswordChanged, user.Id));
        return await users.ChangePasswordAsync(user, current, password) is { Succeeded: false } refused
            ? db.Refuse(refused)
            : Result.Success;
    }
}
