using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Core.Identity;

/// <summary>Asks a person who is signed in for the password again. A wrong one counts as at the sign-in: a screen left open is no place to guess.</summary>
public sealed class CheckPassword(UserManager<AppUser> users)
{
    public async Task<Result> ExecuteAsync(AppUser user, string password)
    {
        if (await users.IsLockedOutAsync(user))
        {
            return IdentityErrors.LockedOut;
        }

        if (await users.CheckPasswordAsync(user, password))
        {
            await users.ResetAccessFailedCountAsync(user);
            return Result.Success;
        }

        await users.AccessFailedAsync(user);
        return await users.IsLockedOutAsync(user) ? IdentityErrors.LockedOut : IdentityErrors.WrongPassword;
    }
}
