using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Core.Identity;

/// <summary>Sets a new password by the mailed token, which also confirms the address; the lock after failed attempts ends.</summary>
public sealed class ResetPassword(UserManager<AppUser> users, AppDbContext db, OutboxWriter outbox)
{
    public async Task<Result> ExecuteAsync(Guid userId, string token, string password, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (await users.FindByIdAsync(userId.ToString()) is not { } user)
        {
            return IdentityErrors.LinkOver;
        }

        user.EmailConfirmed = true;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        outbox.Add(IdentityEvents.Of(IdentityEvents.PasswordChanged, user.Id));
        return await users.ResetPasswordAsync(user, token, password) is { Succeeded: false } refused ? db.Refuse(refused) : Result.Success;
    }
}
