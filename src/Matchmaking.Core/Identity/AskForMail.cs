using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.AspNetCore.Identity;

namespace Matchmaking.Core.Identity;

/// <summary>
/// Has a confirmation or a reset mail written, if the address has an account. The caller learns nothing of that, neither by
/// the answer nor by its time.
/// </summary>
public sealed class AskForMail(UserManager<AppUser> users, AppDbContext db, OutboxWriter outbox)
{
    public async Task ExecuteAsync(string kind, string email, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email);
        outbox.Add(IdentityEvents.Of(kind, user?.Id ?? Guid.Empty));
        await db.SaveChangesAsync(cancellationToken);
    }
}
