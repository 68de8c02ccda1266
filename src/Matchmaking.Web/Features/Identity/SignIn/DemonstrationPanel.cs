using Matchmaking.Core.Data;
using Matchmaking.Web.Hosting;
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

        var addresses = DemonstrationAccounts.All.Select(account => account.Email).ToList();
        var names = await db
            .Users.AsNoTracking()
            .Where(user => addresses.Contains(user.Email!))
            .ToDictionaryAsync(user => user.Email!, user => user.DisplayName, cancellationToken);
        return
        [
            .. DemonstrationAccounts
                .All.Where(account => names.ContainsKey(account.Email))
                .Select(account => new DemonstrationChoice(account.Email, account.Role, names[account.Email])),
        ];
    }
}
