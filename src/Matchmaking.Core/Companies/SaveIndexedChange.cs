using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Companies;

/// <summary>Saves the caller's changes together with the news of them for the partner index, in one transaction.</summary>
public sealed class SaveIndexedChange(AppDbContext db, OutboxWriter outbox)
{
    /// <exception cref="DbUpdateConcurrencyException">Anything but the firm itself was changed by somebody else.</exception>
    public async Task ExecuteAsync(CompanyId id, CancellationToken cancellationToken)
    {
        var company = await db.Companies.SingleAsync(company => company.Id == id, cancellationToken);
        company.RaiseIndexVersion();
        outbox.Add(CompanyEvents.OfChange(id));
        while (!await TrySaveAsync(company, cancellationToken))
        {
            // Two listings of one firm may change at once: the later save counts on from the earlier one.
        }
    }

    private async Task<bool> TrySaveAsync(Company company, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException exception) when (exception.Entries.All(entry => entry.Entity == company))
        {
            await db.Entry(company).ReloadAsync(cancellationToken);
            company.RaiseIndexVersion();
            return false;
        }
    }
}
