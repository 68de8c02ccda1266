using Matchmaking.Core.Data;
using Matchmaking.Core.Data.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Web.Features.Identity.SignIn;

/// <summary>The demonstration accounts that exist here; none outside Development.</summary>
public sealed class DemonstrationPanel(AppDbContext db, IHostEnvironment environment)
{
    public bool IsOpen => environment.IsDevelopment();

    public async Task<IReadOnlyList<DemonstrationChoice>> ListAsync(CancellationToken cancellationToken)
    {
        if (!IsOpen)
        {
            return [];
        }

        var addresses = DemonstrationData.Accounts.Select(account => account.Email).ToList();
        var names = await db
            .Users.AsNoTracking()
            .Where(user => addresses.Contains(user.Email!))
            .ToDictionaryAsync(user => user.Email!, user => user.DisplayName, cancellationToken);
        return
        [
            .. DemonstrationData
                .Accounts.Where(account => names.ContainsKey(account.Email))
                .Select(account => new DemonstrationChoice(account.Email, account.Part, names[account.Email])),
        ];
    }
}
