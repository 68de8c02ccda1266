using Matchmaking.Core.Auditing;
using Matchmaking.Core.Common;
using Matchmaking.Core.Data;
using Matchmaking.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Core.Terms;

/// <summary>Saves changed entries with their traces in the audit trail and the news of them, then lets this node know them at once.</summary>
public sealed class SaveTerms(AppDbContext db, OutboxWriter outbox, RefreshGlossary refresh)
{
    public void Audit(string action, TermEntry entry, Actor actor, DateTime now) =>
        db.Add(
            AuditEntry.Of(
                actor,
                action,
                entry.Id.Value,
                string.Join(" · ", LanguageCodes.All.SelectMany(language => entry.Content.In(language).Take(1))),
                now,
                $"{entry.Concept}: {string.Join(" | ", entry.Content.Terms)}"
            )
        );

    public async Task<Result> ExecuteAsync(CancellationToken cancellationToken)
    {
        outbox.Add(TermEvents.OfChange);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Error.Stale;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Caused(exception))
        {
            return Error.Stale;
        }

        await refresh.ExecuteAsync(cancellationToken);
        return Result.Success;
    }
}
