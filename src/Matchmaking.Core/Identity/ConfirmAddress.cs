using Matchmaking.Core.Common;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Core.Identity;

public sealed class ConfirmAddress(UserManager<AppUser> users)
{
    public async Task<Result> ExecuteAsync(Guid userId, string token, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await users.FindByIdAsync(userId.ToString()) is { } user
            ? Result.From(IdentityErrors.From(await users.ConfirmEmailAsync(user, token)))
            : IdentityErrors.LinkOver;
    }
}
